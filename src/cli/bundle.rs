//! `annals bundle`: one HTML file with the page and a briefing.

use std::{
    io::{Cursor, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use serde_json::Value;
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::{
    FAULTY, MISUSE, briefing,
    finding::{Finding, Format, left_out, print},
    input, keys, output,
    render::{Lang, words},
};
use crate::{
    bundle::{Parts, TEMPLATE, compact, message, unsealed},
    export::{app_files, select},
    load::{Loaded, load_within},
    model::Id,
    state::{ViewState, write},
};

const EXAMPLES: &str = "\
Examples:
  annals bundle my-briefing.json -o my-briefing.html
  annals bundle my-briefing.json --lang zh-Hans --view timeline --sign key.pem -o my-briefing.html
  annals bundle my-briefing.json --select in-ccc-2019-44,mt-2019-11-16 --zip -o part.zip";

/// Writes one HTML file that holds the page and a briefing, and opens by double click, without a network.
///
/// It needs nothing beside it: send it by mail or hand it over on a stick. What is marked "visibility: internal" is left out.
/// "annals verify" tells whether such a file is still what was made. Equal input gives equal bytes.
///
/// Exit code 0: written; 1: errors found in the briefing, and what is good is written; or it is no briefing, and nothing
/// is; 2: no such item or view, or a file cannot be read or written.
#[derive(Args, Debug)]
#[command(after_long_help = EXAMPLES)]
pub struct Bundle {
    /// The briefing: a JSON file, a folder of tables or a book, or - for standard input; the built-in one when left out
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The file to write; - for standard output
    #[arg(short, long, value_name = "FILE.html")]
    pub output: PathBuf,
    /// The language that it opens in; the reader's own when left out
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// The page that it opens with
    #[arg(long, value_name = "VIEW")]
    pub view: Option<String>,
    /// Only these items and what they refer to, for a smaller file
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Sign it with this private key, made by "annals keygen"
    #[arg(long, value_name = "KEY")]
    pub sign: Option<PathBuf>,
    /// Put it into a ZIP archive, for mail gateways that let no HTML through
    #[arg(long)]
    pub zip: bool,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
}

/// Runs the command.
pub fn run(args: &Bundle) -> ExitCode {
    ExitCode::from(made(args, template().as_ref()))
}

/// The parts that the tool carries.
fn template() -> Option<Parts> {
    let (_, bytes) = app_files().iter().find(|(name, _)| *name == TEMPLATE)?;
    Parts::within(std::str::from_utf8(bytes).ok()?)
}

fn made(args: &Bundle, parts: Option<&Parts>) -> u8 {
    let (exit, findings) = bundle(args, parts);
    // Small remarks on the briefing that comes with the tool are nothing its user could mend.
    let is_ours = args.file.is_none() && args.format == Format::Text && exit == 0;
    let printed = if is_ours { String::new() } else { print(&findings, exit == 0, args.format) };
    // Where the file goes to standard output, findings do not.
    if args.output.as_os_str() == "-" {
        printed.lines().for_each(output::note);
    } else if let Err(error) = output::to_stdout(printed.as_bytes()) {
        output::note(&format!("annals bundle: standard output: {error}"));
        return MISUSE;
    }
    exit
}

/// The exit code, and what there is to say.
fn bundle(args: &Bundle, parts: Option<&Parts>) -> (u8, Vec<Finding>) {
    let refuse = |code: &str, message: &str, file: Option<&str>| (MISUSE, vec![Finding::plain(code, message, file)]);
    let Some(parts) = parts else {
        return refuse("IO", &crate::export::SiteError::NoApp.to_string(), None);
    };
    let key = match args.sign.as_deref().map(keys::private).transpose() {
        Ok(key) => key,
        Err(finding) => return (MISUSE, vec![*finding]),
    };
    let (path, limits) = (args.file.as_deref(), args.format.limits());
    let published = match briefing::read(path, limits).and_then(|read| read.public(path, limits)) {
        Ok(published) => published,
        Err(refused) => return (refused.exit, refused.findings),
    };
    let name = briefing::shown(path);
    left_out(&published.loaded, &name).iter().for_each(|line| output::note(line));
    let (data, loaded) = match outward(published.bytes, published.loaded, args) {
        Ok(outward) => outward,
        Err(message) => return refuse("USAGE", &message, Some(&name)),
    };
    let views = &loaded.briefing.views;
    if let Some(view) = args.view.as_ref().filter(|view| views.iter().all(|known| *known.meta.id != ***view)) {
        let known: Vec<&str> = views.iter().map(|view| &*view.meta.id).collect();
        let message = format!("There is no view {view:?}; there are {}", known.join(", "));
        return refuse("USAGE", &message, Some(&name));
    }
    let start = ViewState {
        view: args.view.as_deref().map(Id::from),
        lang: args.lang.map(|lang| words(lang).language().tag().into()),
        ..ViewState::default()
    };
    let unsealed = unsealed(parts, &loaded.briefing, &data, &write(&start));
    let signed = key.map(|key| keys::sign(&key, &message(&unsealed.fingerprint())));
    let text = unsealed.sealed(signed);
    let path = if args.zip && args.output.as_os_str() != "-" {
        args.output.with_extension("zip")
    } else {
        args.output.clone()
    };
    let bytes = if args.zip { zipped(&path, text.as_bytes()) } else { Ok(text.into_bytes()) };
    let written = bytes.and_then(|bytes| output::write(&path, &bytes).map(|()| bytes.len()));
    let findings = published.findings;
    match written {
        Err(error) => {
            let message = format!("This cannot be written: {error}");
            let mut findings = findings;
            findings.push(Finding::plain("IO", &message, Some(&input::shown(&path))));
            (MISUSE, findings)
        }
        Ok(size) => {
            output::note(&format!("{size} bytes written to {}", input::shown(&path)));
            let is_bad = findings.iter().any(|finding| args.strict || finding.is_error());
            (if is_bad { FAULTY } else { 0 }, findings)
        }
    }
}

/// What of the public briefing goes into the file, as compact JSON and loaded. Where all of it does, the JSON keeps its wording.
///
/// # Errors
///
/// In words, when an item that was asked for is not there.
fn outward(bytes: Vec<u8>, loaded: Loaded, args: &Bundle) -> Result<(String, Loaded), String> {
    let text = String::from_utf8(bytes).map_err(|_| "This is not UTF-8".to_owned())?;
    let json = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if args.select.is_empty() {
        return Ok((compact(json), loaded));
    }
    let mut document: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    select(&mut document, &args.select)
        .map_err(|id| format!("There is nothing with the id {id:?}; --select takes ids"))?;
    let data = compact(&document.to_string());
    let loaded = load_within(data.as_bytes(), args.format.limits()).map_err(|error| error.to_string())?;
    Ok((data, loaded))
}

/// An archive with the file alone, with the same bytes for the same file.
fn zipped(path: &Path, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let name = path.file_stem().filter(|stem| *stem != "-").map_or("briefing".into(), |stem| stem.to_string_lossy());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // A day that every system can show, as the real one would make each archive another.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    zip.start_file(format!("{name}.html"), options)?;
    zip.write_all(bytes)?;
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bundle::{Checked, check},
        cli::verify,
    };
    use std::{fs, io::Read};

    const BRIEFING: &str = r#"{"annals":1,"id":"x","title":"X","sources":[{"id":"s","title":"S"},{"id":"r","title":"R"}],
        "events":[{"id":"a","date":"2019","title":"A","sources":["s"]},{"id":"b","date":"2020","title":"B","sources":["r"]},
        {"id":"c","date":"2021","title":"secret","visibility":"internal","sources":["s"]}]}"#;

    fn parts() -> Parts {
        Parts { style: "b{}".into(), script: "go()".into(), code: "code".into() }
    }

    fn args(folder: &Path, json: &str) -> Bundle {
        let file = folder.join("x.json");
        fs::write(&file, json).unwrap();
        Bundle {
            file: Some(file),
            output: folder.join("x.html"),
            lang: None,
            view: None,
            select: Vec::new(),
            sign: None,
            zip: false,
            format: Format::Text,
            strict: false,
        }
    }

    fn data(html: &str) -> Value {
        let start = "id=\"annals-data\">";
        serde_json::from_str(html.split_once(start).unwrap().1.split_once("</script>").unwrap().0).unwrap()
    }

    #[test]
    fn what_is_internal_never_leaves() {
        let folder = tempfile::tempdir().unwrap();
        let args = args(folder.path(), BRIEFING);
        assert_eq!(made(&args, Some(&parts())), 0);
        let html = fs::read_to_string(&args.output).unwrap();
        assert!(!html.contains("secret") && html.contains("2020: B"));
        assert!(matches!(check(html.as_bytes()), Checked::Unchanged(_)));
        assert_eq!(made(&args, Some(&parts())), 0);
        assert_eq!(fs::read_to_string(&args.output).unwrap(), html, "equal input gives equal bytes");
    }

    #[test]
    fn a_part_and_a_view_to_start_with() {
        let folder = tempfile::tempdir().unwrap();
        let all = args(folder.path(), BRIEFING);
        let some =
            Bundle { select: vec!["b".to_owned()], view: Some("timeline".to_owned()), lang: Some(Lang::ZhHans), ..all };
        assert_eq!(made(&some, Some(&parts())), 0);
        let html = fs::read_to_string(&some.output).unwrap();
        let document = data(&html);
        assert_eq!((&document["events"][0]["id"], &document["sources"][0]["id"]), (&"b".into(), &"r".into()));
        assert!(document["events"][1].is_null() && document["sources"][1].is_null());
        assert!(html.contains("data-inside=\"view=timeline&amp;lang=zh-Hans\""), "{}", &html[..300]);
        fs::remove_file(&some.output).unwrap();
        for wrong in [
            Bundle {
                view: Some("nowhere".to_owned()),
                file: some.file.clone(),
                output: some.output.clone(),
                select: vec![],
                sign: None,
                ..some
            },
            Bundle { select: vec!["zz".to_owned()], ..args(folder.path(), BRIEFING) },
            // What is internal cannot be asked for.
            Bundle { select: vec!["c".to_owned()], ..args(folder.path(), BRIEFING) },
            Bundle { sign: Some(folder.path().join("no key")), ..args(folder.path(), BRIEFING) },
        ] {
            assert_eq!(made(&wrong, Some(&parts())), 2);
            assert!(!wrong.output.exists());
        }
        assert_eq!(made(&args(folder.path(), "[]"), Some(&parts())), 1);
    }

    #[test]
    fn numbers_keep_their_wording() {
        let folder = tempfile::tempdir().unwrap();
        let json = r#"{"annals":1,"id":"x","title":"X","series":[{"id":"n","title":"N","unit":"%","observations":[{"date":"2019","value":10.50}]}]}"#;
        let args = args(folder.path(), json);
        made(&args, Some(&parts()));
        assert!(fs::read_to_string(&args.output).unwrap().contains("\"value\":10.50"));
    }

    #[test]
    fn an_archive_holds_the_same_file() {
        let folder = tempfile::tempdir().unwrap();
        let plain = args(folder.path(), BRIEFING);
        made(&plain, Some(&parts()));
        let zip = Bundle { zip: true, ..args(folder.path(), BRIEFING) };
        assert_eq!(made(&zip, Some(&parts())), 0);
        let path = folder.path().join("x.zip");
        let bytes = fs::read(&path).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
        let mut html = String::new();
        archive.by_name("x.html").unwrap().read_to_string(&mut html).unwrap();
        assert_eq!(html, fs::read_to_string(&plain.output).unwrap());
        made(&zip, Some(&parts()));
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }

    #[test]
    fn a_signature_is_by_its_key_and_for_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let (private, public, _) = keys::generate().unwrap();
        fs::write(path("key"), private).unwrap();
        fs::write(path("public"), public).unwrap();
        fs::write(path("other"), keys::generate().unwrap().1).unwrap();
        let args = Bundle { sign: Some(path("key")), ..args(folder.path(), BRIEFING) };
        assert_eq!(made(&args, Some(&parts())), 0);
        let judged = |file: &Path, key: Option<&str>| {
            let key = key.map(path);
            format!("{:?}", verify::run(&verify::Verify { file: file.to_owned(), key, format: Format::Json }))
        };
        let exit = |code: u8| format!("{:?}", ExitCode::from(code));
        assert_eq!(judged(&args.output, None), exit(0));
        assert_eq!(judged(&args.output, Some("public")), exit(0));
        assert_eq!(judged(&args.output, Some("other")), exit(1));
        let html = fs::read_to_string(&args.output).unwrap();
        let at = html.find("\"signature\":\"").unwrap() + 13;
        let digit = if html.as_bytes()[at] == b'0' { "1" } else { "0" };
        fs::write(path("bad.html"), format!("{}{digit}{}", &html[..at], &html[at + 1..])).unwrap();
        assert_eq!(judged(&path("bad.html"), None), exit(1));
        // The signature of another file.
        let other = Bundle {
            output: path("unsigned.html"),
            sign: None,
            ..self::args(folder.path(), &BRIEFING.replace("2019", "2018"))
        };
        made(&other, Some(&parts()));
        let unsigned = fs::read_to_string(&other.output).unwrap();
        assert_eq!(judged(&other.output, None), exit(0));
        assert_eq!(judged(&other.output, Some("public")), exit(1));
        let signed = &html[html.find(",\"key\"").unwrap()..html.rfind('}').unwrap()];
        let end = unsigned.rfind('}').unwrap();
        fs::write(path("moved.html"), format!("{}{signed}{}", &unsigned[..end], &unsigned[end..])).unwrap();
        assert_eq!(judged(&path("moved.html"), None), exit(1));
    }
}
