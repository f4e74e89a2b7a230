//! Two items side by side: choosing them, reading and saving the comparison, closing it, and what is refused.

use crate::browser::{Browser, Setup};
use crate::page::Page;
use crate::site::Site;
use serde_json::{Value, json};

/// A catalogue with two full versions, and one that records changes only.
const BRIEFING: &str = r#"{"annals":1,"id":"x","title":"X","languages":["en","zh-Hans"],"as_of":"2024-01-01",
    "sources":[{"id":"s1","title":"Gazette","url":"https://example.org/1","accessed":"2024-01-01"}],
    "catalogues":[{"id":"c","title":"Catalogue","versions":[
      {"id":"v1","title":"First list","basis":"full","date":"2001","sources":["s1"],"entries":[
        {"id":"e1","codes":["0101"],"title":"Cords","regime":"certification"},{"id":"e2","title":"Toys"}]},
      {"id":"v2","title":"Second list","basis":"full","date":"2020","sources":["s1"],"entries":[
        {"id":"f1","codes":["0101"],"title":"Cords","regime":"self-declaration"},{"id":"f2","title":"Tyres"}]},
      {"id":"v3","title":"Third list","basis":"delta","date":"2023","sources":["s1"],"entries":[{"id":"g1","title":"Lamps"}]}]}],
    "figures":[{"id":"versions","kind":"catalogue","items":["c"]}],
    "views":[{"id":"overview","title":"Overview","parts":[{"figure":"versions"}]}]}"#;

/// Keeps what the page hands to the reader as a file, for the test to look at.
pub const CATCH_FILES: &str = "window.kept = []; const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.kept.push(blob); return make.call(URL, blob) }";

/// The text of the last file.
async fn last_file(browser: &Browser) -> String {
    browser.wait_until("window.kept.length").await;
    let text = browser.run_async("window.kept.pop().text().then(arguments[0])", Vec::new()).await;
    text.as_str().expect("a text").to_owned()
}

async fn wait_for_comparison(browser: &Browser) {
    browser.wait_until("document.querySelector('[data-region=comparison] table')").await;
}

/// Chooses an option of a list, as a reader does.
async fn choose(browser: &Browser, control: &str, value: &str) {
    let script = "const list = document.querySelector(`[data-control=${arguments[0]}]`);
        list.value = arguments[1]; list.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.run_with(script, vec![json!(control), json!(value)]).await;
    browser.two_frames().await;
}

#[tokio::test]
async fn two_policy_acts_stand_side_by_side() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=documents&select=in-ccc-2019-44").await;
    page.find("[data-region=detail] [data-control=compare][disabled]").await;
    choose(&browser, "compare-with", "in-ccc-2020-18").await;
    page.find("[data-region=detail] [data-control=compare]").await.click().await.unwrap();
    wait_for_comparison(&browser).await;
    assert_eq!(page.query().await, "?view=documents&compare=in-ccc-2019-44..in-ccc-2020-18");
    assert_eq!(browser.run("return document.activeElement.id").await, "comparison-title");
    let text = page.region_text("comparison").await;
    for part in ["side by side", "Status on", "announced", "repealed", "Issued by", "Sources"] {
        assert!(text.contains(part), "no {part:?} in {text}");
    }
    browser.assert_accessible().await;

    // What is in it opens beside it.
    page.find("[data-region=comparison] td [data-key=in-ccc-2020-18]").await.click().await.unwrap();
    browser.wait_until("document.querySelector('[data-region=detail]')?.dataset.key === 'in-ccc-2020-18'").await;
    assert_eq!(page.count("[data-region=comparison]").await, 1);
    browser.run("history.back()").await;
    browser.wait_until("!document.querySelector('[data-region=detail]')").await;

    browser.run("document.querySelector('#comparison-title').focus()").await;
    browser.press("Escape").await;
    browser.wait_until("!document.querySelector('[data-region=comparison]')").await;
    assert_eq!(page.query().await, "?view=documents");
    assert_ne!(browser.run("return document.activeElement.localName").await, "body");
    browser.run("history.back()").await;
    wait_for_comparison(&browser).await;
    page.assert_sound().await;
}

#[tokio::test]
async fn two_versions_of_a_catalogue_stand_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.json");
    std::fs::write(&file, BRIEFING).unwrap();
    let (site, browser) = (Site::start_with(&[file.to_str().unwrap()]), Browser::start().await);
    let page = Page::open(&browser, &site, "").await;
    let options = "return [...document.querySelectorAll('[data-control=compare-first] option')]
        .map((one) => [one.value, one.disabled, one.selected])";
    page.find("[data-control=compare-first]").await;
    let expected = json!([["v3", true, false], ["v2", false, false], ["v1", false, true]]);
    assert_eq!(browser.run(options).await, expected);
    assert!(
        page.find("[data-control=compare-first] option[disabled]")
            .await
            .html(true)
            .await
            .unwrap()
            .contains("changes only")
    );

    page.use_control("compare").await;
    wait_for_comparison(&browser).await;
    assert_eq!(page.query().await, "?compare=v1..v2");
    let text = page.region_text("comparison").await;
    for part in ["1 removed, 1 added, 1 changed", "Toys", "Tyres", "certification", "self-declaration", "Gazette"] {
        assert!(text.contains(part), "no {part:?} in {text}");
    }
    browser.assert_accessible().await;

    browser.run(CATCH_FILES).await;
    for control in ["csv", "json"] {
        page.find(&format!("[data-region=comparison] [data-control={control}]")).await.click().await.unwrap();
        let file = last_file(&browser).await;
        assert!(file.contains("Toys") && file.contains("https://example.org/1"), "{control}: {file}");
        if control == "json" {
            let document: Value = serde_json::from_str(&file).expect("JSON");
            assert_eq!(document["tables"].as_array().map(Vec::len), Some(2));
        }
    }
    page.use_control("comparison-close").await;
    browser.wait_until("!document.querySelector('[data-region=comparison]')").await;
    assert_eq!(page.focus().await, "compare");

    browser.resize(360, 800).await;
    page.go("?compare=v1..v2&lang=zh-Hans").await;
    wait_for_comparison(&browser).await;
    assert!(page.region_text("comparison").await.contains("移出 1 项"));
    page.assert_sound().await;
}

#[tokio::test]
async fn what_is_not_compared_is_said() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=about&compare=cv-2001-33..cv-2020-18").await;
    let said = page.region_text("comparison").await;
    assert!(said.contains("“2020 No. 18” records a part of a whole catalogue only"), "{said}");
    assert_eq!(page.count("[data-region=comparison] table").await, 0);
    browser.assert_accessible().await;
    page.go("?compare=nothing..in-ccc-2019-44").await;
    assert!(page.region_text("notices").await.contains("nothing"));
    page.go("?compare=one").await;
    assert!(page.region_text("notices").await.contains("compare=one"));
    assert_eq!(page.count("[data-region=comparison]").await, 0);
    page.assert_sound().await;
}

/// A value that the built-in briefing has from one source.
const VALUE: &str = "?select=accreditation.bodies.2021-12-31";

#[tokio::test]
async fn a_statement_is_copied_with_its_source() {
    let (site, browser) = (Site::start(), Browser::start().await);
    browser.allow_clipboard().await;
    let page = Page::open(&browser, &site, VALUE).await;
    assert!(page.region_text("detail").await.contains("read as stored copy"));
    page.find("[data-region=detail] [data-control=cite]").await.click().await.unwrap();
    browser.wait_until("document.querySelector('[role=status]').textContent").await;
    assert_eq!(page.status_text().await, "Copied with its sources.");
    let copied = browser.run_async("navigator.clipboard.readText().then(arguments[0])", Vec::new()).await;
    let copied = copied.as_str().expect("a text");
    for part in ["13,797", "31 December 2021", "https://", "read as stored copy", "CC BY 4.0"] {
        assert!(copied.contains(part), "no {part:?} in {copied}");
    }
    page.assert_sound().await;
}

#[tokio::test]
async fn where_copying_is_refused_the_statement_can_be_taken_by_hand() {
    let setup = Setup { languages: "zh-CN", ..Setup::default() };
    let (site, browser) = (Site::start(), Browser::start_with(setup).await);
    let page = Page::open(&browser, &site, VALUE).await;
    let refuse =
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } })";
    browser.run(refuse).await;
    page.find("[data-region=detail] [data-control=cite]").await.click().await.unwrap();
    browser.wait_until("document.activeElement.localName === 'textarea'").await;
    let selected = "const { value, selectionStart, selectionEnd, readOnly } = document.activeElement;
        return [value.slice(selectionStart, selectionEnd), readOnly, value.length > 100]";
    let selected = browser.run(selected).await;
    assert!(
        selected[0].as_str().unwrap().contains("13,797") && selected[1] == true && selected[2] == true,
        "{selected}"
    );
    browser.assert_accessible().await;
    page.assert_sound().await;
}

#[tokio::test]
async fn a_picture_is_saved_as_png() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?view=ccc-reform").await;
    page.find("[data-figure=catalogue-size] [data-control=png]").await;
    browser.run(CATCH_FILES).await;
    page.use_figure_control("catalogue-size", "png").await;
    browser.wait_until("window.kept.length").await;
    let look = "const done = arguments[0], [blob] = window.kept;
        createImageBitmap(blob).then((image) => {
            const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext('2d');
            pen.drawImage(image, 0, 0);
            const { data } = pen.getImageData(0, 0, image.width, image.height), colours = new Set();
            for (let at = 0; at < data.length; at += 4) colours.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]);
            const drawn = document.querySelector('[data-figure=catalogue-size] svg.scene').width.baseVal.value;
            const tone = getComputedStyle(document.documentElement).getPropertyValue('--track-1').trim();
            done([blob.type, image.width === Math.ceil(2 * drawn), colours.has(parseInt(tone.slice(1), 16)), colours.has(0xffffff), colours.has(0x1b2127)])
        })";
    let seen = browser.run_async(look, Vec::new()).await;
    assert_eq!(seen, json!(["image/png", true, true, true, true]));
    page.assert_sound().await;
}
