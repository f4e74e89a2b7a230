//! Language and colours.

use crate::browser::{Browser, Setup};
use crate::page::Page;
use crate::site::Site;
use crate::timeline::TIMELINE;
use serde_json::json;
use std::collections::BTreeSet;

#[tokio::test]
async fn the_language_can_be_switched_and_goes_into_the_link() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, "?select=mt-2019-11-16").await;
    assert_eq!(browser.run("return document.documentElement.lang").await, "en");
    page.use_control("lang").await;
    browser.wait_until("document.documentElement.lang === 'zh-Hans'").await;
    let text = page.find("body").await.text().await.unwrap();
    for part in ["时间线", "来源", "复制链接", "2019年11月16日", "超过 30"] {
        assert!(text.contains(part), "no {part:?} in {text}");
    }
    for part in ["Timeline", "Copy link", "Sources"] {
        assert!(!text.contains(part), "{part:?} in {text}");
    }
    assert_eq!(page.find("[data-region=detail] .value").await.text().await.unwrap(), "2019年11月16日");
    assert!(page.query().await.contains("lang=zh-Hans"));
    // The control speaks the language that it leads to.
    assert_eq!(page.find("[data-control=lang]").await.attr("lang").await.unwrap().as_deref(), Some("en"));
    page.use_control("lang").await;
    browser.wait_until("document.documentElement.lang === 'en'").await;
    page.assert_sound().await;
}

#[tokio::test]
async fn the_browser_chooses_the_language_that_no_link_names() {
    let site = Site::start();
    let browser = Browser::start_with(Setup { languages: "zh-CN", ..Setup::default() }).await;
    let page = Page::open(&browser, &site, "").await;
    assert_eq!(browser.run("return document.documentElement.lang").await, "zh-Hans");
    page.go("?lang=en").await;
    assert_eq!(browser.run("return document.documentElement.lang").await, "en");
    page.assert_sound().await;
}

#[tokio::test]
async fn foreign_titles_say_their_language_and_script() {
    let (site, browser) = (Site::start(), Browser::start().await);
    // The Chinese title, where the page is English.
    let page = Page::open(&browser, &site, "?lang=en&select=ccc-2019-44").await;
    let tagged = |lang: &str| format!("[data-region=detail] [lang={lang}]");
    assert!(page.find(&tagged("zh-Hant")).await.text().await.unwrap().contains("強制性產品認證"));
    page.go("?lang=en&select=ccc-2002-60").await;
    assert!(page.find(&tagged("zh-Hans")).await.text().await.unwrap().contains("强制性产品认证"));
    // Whatever holds Chinese is tagged as Chinese.
    let untagged = "[...document.querySelectorAll('main *, aside *')].filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && /\\p{Script=Han}/u.test(node.data))
        && !element.closest('[lang]').lang.startsWith('zh')).map((element) => element.textContent)";
    assert_eq!(page.texts(untagged).await, Vec::<String>::new());

    // The English title, where the page is Chinese.
    page.go("?lang=zh-Hans&select=ccc-2019-next").await;
    assert_eq!(
        page.find("#detail-title [lang=en]").await.text().await.unwrap(),
        "SAMR names the next steps of the CCC reform"
    );
    page.go("?lang=zh-Hans&view=sources").await;
    let title = page.find("li[data-key=src-seed] h3 [lang=en]").await;
    assert!(title.text().await.unwrap().contains("Roundtable"));
    page.assert_sound().await;
}

#[tokio::test]
async fn the_theme_changes_the_colours_and_the_link() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    let colours = "[getComputedStyle(document.documentElement).backgroundColor,
        getComputedStyle(document.querySelector('.tracks .s-label')).fill].join()";
    let mut seen = BTreeSet::new();
    for theme in ["light", "dark", "contrast"] {
        page.find(&format!("[data-control=theme] option[value={theme}]")).await.click().await.unwrap();
        browser.wait_until(&format!("document.documentElement.dataset.theme === {theme:?}")).await;
        assert!(page.query().await.contains(&format!("theme={theme}")));
        seen.extend(page.texts(&format!("[{colours}]")).await);
    }
    assert_eq!(seen.len(), 3, "{seen:?}");

    // Without a choice, the system's.
    page.find("[data-control=theme] option[value=auto]").await.click().await.unwrap();
    browser.wait_until("document.documentElement.dataset.theme === 'auto'").await;
    for (scheme, theme) in [("dark", "dark"), ("light", "light")] {
        browser.set_media_features(&[("prefers-color-scheme", scheme)]).await;
        let auto = page.texts(&format!("[{colours}]")).await;
        page.go(&format!("{TIMELINE}&theme={theme}")).await;
        assert_eq!(auto, page.texts(&format!("[{colours}]")).await);
        page.go(TIMELINE).await;
    }
    page.assert_sound().await;
}

#[tokio::test]
async fn forced_colours_leave_every_item_visible() {
    let (site, browser) = (Site::start(), Browser::start().await);
    let page = Page::open(&browser, &site, TIMELINE).await;
    for scheme in ["light", "dark"] {
        browser.set_media_features(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)]).await;
        browser.wait_until("matchMedia('(forced-colors: active)').matches").await;
        // Of each item, some mark is painted in another colour than the ground; each text is.
        let unseen = "(() => {
            const back = getComputedStyle(document.querySelector('.drawing')).backgroundColor;
            const painted = (mark) => ((style) => [style.fill, style.stroke])(getComputedStyle(mark))
                .some((colour) => !['none', back, 'rgba(0, 0, 0, 0)'].includes(colour));
            return [...document.querySelectorAll('.tracks svg [data-key], .tracks svg [data-cluster]')].filter((item) => {
                const marks = [...item.querySelectorAll(':not(.s-hit)')];
                const texts = marks.filter(({ localName }) => localName === 'text');
                return !marks.some(painted) || texts.some((text) => getComputedStyle(text).fill === back);
            }).map(({ dataset }) => dataset.key ?? dataset.cluster);
        })()";
        assert_eq!(page.texts(unseen).await, Vec::<String>::new());
    }
    assert_eq!(browser.run("return matchMedia('(forced-colors: active)').matches").await, json!(true));
    page.assert_sound().await;
}
