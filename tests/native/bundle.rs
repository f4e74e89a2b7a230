//! Offline files: what stands in them, that they are alike, and that no change goes unseen.

use annals::{
    bundle::{Altered, Checked, Parts, check, compact, key_fingerprint, unsealed},
    load::{fingerprint::sha256, load},
};
use serde_json::Value;

use crate::{
    tests_folder,
    tool::{annals, annals_with, code},
};

const BRIEFING: &str = r#"{"annals":1,"id":"x","title":"A </title><script>alert(1)</script> & \"B\"","summary":"<!-- s",
  "sources":[{"id":"s","title":"Gazette <33>","publisher":"P & <Q>","url":"https://example.org/?a=1&b=\"2\""},{"id":"t","title":"Javascript","url":"javascript:alert(1)"}],
  "events":[{"id":"e1","date":"2019-10-17","title":"E </script><!-- 标准","sources":["s","t"]},{"id":"e2","date":"2018","title":"D","sources":["s"]}]}"#;

fn parts() -> Parts {
    Parts { style: "b{}".into(), script: "go(1<2)".into(), code: "a\u{7ff}\u{1}\n\u{2}\nc".into() }
}

fn made(signed: Option<(String, String)>) -> String {
    let briefing = load(BRIEFING.as_bytes()).unwrap().briefing;
    unsealed(&parts(), &briefing, &compact(BRIEFING), "view=timeline&q=\"a\"").sealed(signed)
}

fn element<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    html.split_once(start).unwrap().1.split_once(end).unwrap().0
}

#[test]
fn the_data_reads_as_it_was() {
    let html = made(None);
    let data = element(&html, "<script type=\"application/json\" id=\"annals-data\">", "</script>");
    assert_eq!(serde_json::from_str::<Value>(data).unwrap(), serde_json::from_str::<Value>(BRIEFING).unwrap());
    assert!(!data.contains('<'));
    let Checked::Unchanged(seal) = check(html.as_bytes()) else { panic!("{:?}", check(html.as_bytes())) };
    assert_eq!(seal.data, sha256(data.as_bytes()));
    assert_eq!(seal.app, parts().fingerprint());
    assert_eq!(Parts::within(&html), Some(parts()));
}

#[test]
fn what_happened_reads_without_scripts() {
    let html = made(None);
    let page = &html[..html.find("<script>").unwrap()];
    for part in [
        "<title>A &lt;/title>&lt;script>alert(1)&lt;/script> &amp; &quot;B&quot;</title>",
        "<h1>A &lt;/title>",
        "<p>&lt;!-- s</p>",
        "<li>2018: D (P &amp; &lt;Q>)\n<li>17 October 2019: E &lt;/script>&lt;!-- 标准 (P &amp; &lt;Q>; Javascript)\n",
        "data-inside=\"view=timeline&amp;q=&quot;a&quot;\"",
    ] {
        assert!(page.contains(part), "no {part} in\n{page}");
    }
    assert!(!page.contains("javascript:") && !page.contains("<!--"));
}

#[test]
fn the_policy_lets_this_script_run_and_no_other() {
    let html = made(None);
    let policy = element(&html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    // The same with `openssl dgst -sha256 -binary | base64`.
    assert!(
        policy.contains("script-src 'sha256-yR6C52MYpWRXohSlwp4A9Hgs7rGf3WvrQyWYt0vFmJM=' 'wasm-unsafe-eval';"),
        "{policy}"
    );
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe-inline"));
    for part in ["connect-src", "'self'", "http", "blob:"] {
        assert!(!policy.contains(part), "{part}");
    }
    assert!(policy.ends_with("require-trusted-types-for 'script'; trusted-types 'none'"));
}

#[test]
fn equal_input_gives_equal_bytes() {
    assert_eq!(made(None), made(None));
}

#[test]
fn every_byte_is_watched() {
    let key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c".to_owned();
    assert_eq!(key_fingerprint(&key).len(), 64);
    for signed in [None, Some((key, "00".repeat(64)))] {
        let html = made(signed.clone()).into_bytes();
        for at in 0..html.len() {
            for flip in [1, 0x80] {
                let mut altered = html.clone();
                altered[at] ^= flip;
                let unseen = match check(&altered) {
                    Checked::Altered(_) => false,
                    // What says key and signature is not hashed: the signature is then not good.
                    Checked::Unchanged(seal) => seal.signed == signed,
                    Checked::Foreign => true,
                };
                assert!(!unseen, "byte {at} ^ {flip}: {:?}", check(&altered));
            }
        }
    }
}

#[test]
fn what_is_cut_or_added_is_seen() {
    let html = made(None);
    let from = html.find("data-annals").unwrap() + 30;
    for end in from..html.len() {
        assert_eq!(check(&html.as_bytes()[..end]), Checked::Altered(Altered::Truncated), "{end}");
    }
    assert_eq!(check(format!("{html} ").as_bytes()), Checked::Altered(Altered::Truncated));
    assert_eq!(check(format!(" {html}").as_bytes()), Checked::Altered(Altered::Elsewhere));
    let swapped = html.replace("标准", "标题");
    assert_eq!(check(swapped.as_bytes()), Checked::Altered(Altered::Data));
    assert_eq!(check(html.replace("go(1<2)", "go(2<1)").as_bytes()), Checked::Altered(Altered::App));
    assert_eq!(
        check(html.replace("\"annals\":1,\"data\"", "\"annals\":1, \"data\"").as_bytes()),
        Checked::Altered(Altered::Seal)
    );
    assert_eq!(check(html.replace('\n', "\r\n").as_bytes()), Checked::Altered(Altered::Truncated));
    for foreign in ["", "<!doctype html><title>x</title>", "{\"annals\":1}"] {
        assert_eq!(check(foreign.as_bytes()), Checked::Foreign, "{foreign}");
    }
}

#[test]
fn the_tool_tells_unchanged_altered_and_foreign_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a b 标准.html");
    let name = path.to_str().unwrap();
    let html = made(None);
    std::fs::write(&path, &html).unwrap();
    let good = annals(&["verify", name]);
    assert_eq!((code(&good), String::from_utf8_lossy(&good.stdout).starts_with("unchanged (not signed)\n")), (0, true));
    let json = annals_with(&["verify", "-", "--format", "json"], html.as_bytes());
    let told: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((told["ok"].as_bool(), told["state"].as_str()), (Some(true), Some("unchanged")));
    let bad = annals_with(&["verify", "-", "--format", "json"], html.replace("标准", "标题").as_bytes());
    assert_eq!(code(&bad), 1);
    let told: Value = serde_json::from_slice(&bad.stdout).unwrap();
    assert_eq!(told["findings"][0]["code"], "ALTERED");
    assert_eq!(code(&annals(&["verify", tests_folder("data/good/smallest.json").to_str().unwrap()])), 2);
    assert_eq!(code(&annals(&["verify", "no such file"])), 2);
    assert_eq!(code(&annals(&["verify", name, "--key", name])), 2);
}

#[test]
fn a_key_is_made_once_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("key.pem");
    let name = path.to_str().unwrap();
    let made = annals(&["keygen", "-o", name]);
    assert_eq!(code(&made), 0);
    assert!(made.stdout.starts_with(b"-----BEGIN PUBLIC KEY-----\n"));
    let private = std::fs::read(&path).unwrap();
    assert!(private.starts_with(b"-----BEGIN PRIVATE KEY-----\n"));
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&path).unwrap().permissions()) & 0o777,
        0o600
    );
    assert_eq!(code(&annals(&["keygen", "-o", name])), 2);
    assert_eq!(std::fs::read(&path).unwrap(), private, "a key is never lost");
}

#[test]
fn a_tool_without_the_page_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.html");
    let output = annals(&["bundle", "-o", path.to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8_lossy(&output.stdout).contains("does not carry the page"), "{output:?}");
    assert!(!path.exists());
}
