//! Every text of a figure can be read whole: none lies over another, none is cut.

use crate::browser::Browser;
use crate::example::Example;
use crate::page::Page;
use crate::site::Site;
use crate::timeline::TIMELINE;
use serde_json::json;

/// Every page.
const VIEWS: [&str; 8] = [
    "?view=overview",
    "?view=ccc-reform",
    "?view=china-standards-2035",
    "?view=documents",
    "?view=attendance",
    TIMELINE,
    "?view=sources",
    "?view=about",
];

/// Spans in which the timeline is fuller or emptier than at its start.
const SPANS: [&str; 3] = [
    "?view=timeline&from=earliest&to=latest",
    "?view=timeline&from=2019-09-01&to=2020-01-31",
    "?view=timeline&from=2019-11-10&to=2019-11-25",
];

/// Each fault of a text in a figure: the figure, what is wrong, and the words.
///
/// A text of a drawing has two boxes: that of its font, with room for accents, in which lines of one label may touch, and that
/// of its ink, which belongs to it alone.
const FAULTS: &str = r#"
const SLACK = 1, ROOM_FOR_ACCENTS = 4, faults = [], pen = document.createElement('canvas').getContext('2d');
const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const short = (words) => words.trim().replace(/\s+/g, ' ').slice(0, 60);
const shared = (a, b, start, end) => Math.min(a[end], b[end]) - Math.max(a[start], b[start]);

const scrolls = ['auto', 'scroll'];
/** The element and all around it. */
function* outwards(element) {
  for (; element; element = element.parentElement) yield element;
}
const canScroll = (element) => outwards(element).some((around) => scrolls.includes(getComputedStyle(around).overflowX));
/** Whether it stands in a speck, as what is only read aloud does. */
const isForEarsOnly = (element) => outwards(element).some((around) => {
  const { position, overflowX } = getComputedStyle(around);
  return position === 'absolute' && overflowX === 'hidden' && around.offsetWidth <= 1 && around.offsetHeight <= 1;
});

/** How far a box reaches beyond another, in the directions that count. */
function beyond(box, frame, across = true, down = true) {
  const sides = across ? [frame.left - box.left, box.right - frame.right] : [];
  return Math.max(...sides, ...(down ? [frame.top - box.top, box.bottom - frame.bottom] : []));
}

/** Top and bottom of what is painted. */
function ink(text, box) {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(text);
  if ([...text.children].some((part) => part.hasAttribute('dy') || part.hasAttribute('y'))) return box;
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down, actualBoundingBoxAscent: top, actualBoundingBoxDescent: bottom } =
    pen.measureText(text.textContent);
  const scale = box.height / (up + down);
  return { top: box.top + (up - top) * scale, bottom: box.top + (up + bottom) * scale };
}

/** What a drawing shows of its part: up to the edges of the drawing, and of each clip around the part. */
function* clips(part, svg) {
  yield svg.getBoundingClientRect();
  for (let around = part; around !== svg; around = around.parentNode) {
    const id = /url\("?#([^")]+)/.exec(getComputedStyle(around).clipPath)?.[1];
    const shape = id && document.getElementById(id)?.firstElementChild;
    if (!shape) continue;
    const { x, y, width, height } = shape.getBBox(), place = around.getScreenCTM();
    const [a, b] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((point) => point.matrixTransform(place));
    yield { left: a.x, top: a.y, right: b.x, bottom: b.y };
  }
}

/** The texts of a drawing. */
function drawn(svg, tell) {
  const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim() && isSeen(text)).map((text) => {
    const box = text.getBoundingClientRect();
    return { words: short(text.textContent), box, ink: ink(text, box), clips: [...clips(text, svg)] };
  }).filter(({ box, clips }) => clips.every((clip) => shared(box, clip, 'left', 'right') > 0 && shared(box, clip, 'top', 'bottom') > 0));
  texts.forEach(({ words, box, ink, clips }, at) => {
    if (clips.some((clip) => beyond(box, clip) > SLACK)) tell('cut', words);
    for (const other of texts.slice(at + 1)) {
      if (shared(box, other.box, 'left', 'right') <= SLACK) continue;
      if (shared(box, other.box, 'top', 'bottom') > ROOM_FOR_ACCENTS || shared(ink, other.ink, 'top', 'bottom') > SLACK)
        tell('over each other', words, other.words);
    }
  });
}

/** The texts beside drawings. */
function written(figure, tell) {
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT), seen = new Set();
  for (let node; (node = walker.nextNode()); ) {
    const holder = node.parentElement;
    if (!node.data.trim() || holder.closest('svg') || !isSeen(holder) || isForEarsOnly(holder)) continue;
    if (!seen.has(holder) && holder.clientWidth && holder.scrollWidth > holder.clientWidth + SLACK && !canScroll(holder))
      tell('wider than its place', short(holder.textContent));
    seen.add(holder);
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width && height);
    let [across, down] = [true, true];
    for (const around of outwards(holder)) {
      const { overflowX, overflowY, display } = getComputedStyle(around);
      if (display === 'inline' || display === 'contents') continue;
      // What a scroller hides can be scrolled to.
      [across, down] = [across && !scrolls.includes(overflowX), down && !scrolls.includes(overflowY)];
      const [cutsAcross, cutsDown] = [across && overflowX !== 'visible', down && overflowY !== 'visible'];
      const edge = around.getBoundingClientRect();
      if ((cutsAcross || cutsDown) && boxes.some((box) => beyond(box, edge, cutsAcross, cutsDown) > SLACK)) {
        tell('cut', short(node.data));
        break;
      }
    }
  }
}

for (const figure of document.querySelectorAll('main figure')) {
  const tell = (what, ...words) => faults.push(`${figure.dataset.figure}: ${what}: ${words.join(' / ')}`);
  for (const svg of figure.querySelectorAll('svg')) if (isSeen(svg)) drawn(svg, tell);
  written(figure, tell);
}
return faults"#;

/// A page with every fault there is, and much that is none.
const FAULTY: &str = r#"<!doctype html><title>Faulty</title><main><figure data-figure="drawn"><svg width="300" height="200">
<defs><clipPath id="clip"><rect x="100" y="100" width="60" height="50"/></clipPath></defs>
<text x="10" y="20">alone</text><text x="150" y="20">one</text><text x="160" y="22">two</text>
<text x="10" y="60" font-size="14">of two</text><text x="10" y="75" font-size="14">lines</text>
<text x="280" y="60">beyond</text><text x="10" y="20" visibility="hidden">unseen</text>
<g clip-path="url(#clip)"><text x="110" y="120">in</text><text x="140" y="140">clipped</text><text x="200" y="140">gone</text></g>
</svg></figure><figure data-figure="written">
<p style="width: 40px; overflow: hidden; white-space: nowrap">shortened words</p><p style="width: 20px">Unbreakable</p>
<div style="width: 40px; overflow: auto"><p style="white-space: nowrap">these scroll for long</p></div>
<p style="height: 20px; overflow: hidden">first line<br>second line</p><p>whole <b>words</b></p>
</figure></main>"#;

/// Looks at every text of the page in both languages and several widths, and tells all faults at once.
async fn every_text_is_whole(site: &Site, sizes: &[(u32, u32)], queries: &[impl AsRef<str>]) {
    let browser = Browser::start().await;
    let mut found = Vec::new();
    for lang in ["en", "zh-Hans"] {
        for query in queries.iter().map(AsRef::as_ref) {
            browser.resize(sizes[0].0, sizes[0].1).await;
            let page = Page::open(&browser, site, &format!("{query}&lang={lang}")).await;
            for &(width, height) in sizes {
                browser.resize(width, height).await;
                browser.two_frames().await;
                let fits = "[...document.querySelectorAll('main figure svg')].every((svg) => svg.getBoundingClientRect().right <= innerWidth)";
                browser.wait_until(fits).await;
                browser.two_frames().await;
                let faults: Vec<String> = serde_json::from_value(browser.run(FAULTS).await).expect("a list of texts");
                found.extend(faults.iter().map(|fault| format!("{query} at {width} px in {lang}: {fault}")));
            }
            page.assert_sound().await;
        }
    }
    assert!(found.is_empty(), "{} texts cannot be read:\n  {}", found.len(), found.join("\n  "));
}

#[tokio::test]
async fn faults_of_texts_are_seen() {
    let shelf = crate::shelf::Shelf::serve([("/index.html", FAULTY.into())]);
    let browser = Browser::start().await;
    browser.open(&shelf.url("/")).await;
    let expected = [
        "drawn: over each other: one / two",
        "drawn: cut: beyond",
        "drawn: cut: clipped",
        "written: wider than its place: shortened words",
        "written: cut: shortened words",
        "written: wider than its place: Unbreakable",
        "written: cut: second line",
    ];
    assert_eq!(browser.run(FAULTS).await, json!(expected));
}

#[tokio::test]
async fn every_text_of_a_figure_is_whole() {
    every_text_is_whole(&Site::start(), &[(1280, 800), (768, 1024), (360, 740)], &VIEWS).await;
}

#[tokio::test]
async fn every_text_of_a_timeline_is_whole_in_any_span() {
    every_text_is_whole(&Site::start(), &[(1280, 800), (768, 1024)], &SPANS).await;
}

/// The example has many pages: so many parts are looked at side by side.
const PARTS: usize = 4;

/// Every kind of figure with its hard cases.
async fn every_text_of_the_example_is_whole(part: usize) {
    let example = Example::write();
    let site = Site::start_with(&[&example.path]);
    let queries = example.queries();
    let pages: Vec<_> = queries.iter().skip(part).step_by(PARTS).collect();
    every_text_is_whole(&site, &[(1280, 800), (768, 1024), (360, 740)], &pages).await;
}

#[tokio::test]
async fn every_text_of_the_example_is_whole_1() {
    every_text_of_the_example_is_whole(0).await;
}

#[tokio::test]
async fn every_text_of_the_example_is_whole_2() {
    every_text_of_the_example_is_whole(1).await;
}

#[tokio::test]
async fn every_text_of_the_example_is_whole_3() {
    every_text_of_the_example_is_whole(2).await;
}

#[tokio::test]
async fn every_text_of_the_example_is_whole_4() {
    every_text_of_the_example_is_whole(3).await;
}

#[tokio::test]
async fn larger_type_does_not_cut_texts_either() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    // What a reader sets in the browser.
    browser.devtools("Page.setFontSizes", json!({ "fontSizes": { "standard": 24, "fixed": 20 } })).await;
    page.go(TIMELINE).await;
    browser.wait_until("getComputedStyle(document.documentElement).fontSize === '24px'").await;
    browser.two_frames().await;
    assert_eq!(browser.run(FAULTS).await, json!([]));
    page.assert_sound().await;
}
