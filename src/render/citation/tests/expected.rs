//! Files as they should be, written by hand.

use super::*;

#[test]
fn bibtex_of_a_value() {
    assert_eq!(
        citations(Format::BibTex, &item(Language::En, "o")),
        r"@incollection{ccc:o,
  title = {{Products: about 132 products, 3 December 2001}},
  booktitle = {{Catalogue \& rules}},
  publisher = {{Institute A and B}},
  edition = {{First}},
  url = {https://host.example/annals/?select=o&lang=en},
  urldate = {2026-04-01},
  language = {en},
  note = {official; Another source says: about 133 products · News; Data to: March 2026; Licence: CC BY 4.0; SHA-256 of the briefing’s file: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad},
}

@misc{ccc:s1,
  title = {{\textbraceleft{}Notice\textbraceright{} 100\% of ''33'' and\_more}},
  publisher = {{AQSIQ and CNCA}},
  howpublished = {{AQSIQ and CNCA}},
  date = {2001-12-03},
  year = {2001},
  month = dec,
  url = {https://example.org/33?a=1&b=50%25_x#y},
  urldate = {2026-02-01},
  language = {zh-Hans},
  note = {Annex: “共132种” (Chinese (simplified)); Another source says: 7 December 2001; Archived copy: https://web.example/33},
}

@misc{ccc:s2,
  title = {{News}},
  date = {2019-05/2020-01},
  year = {2019--2020},
  note = {Published: May 2019 to January 2020},
}
"
        .replace("''33''", "\"33\"")
    );
}

#[test]
fn ris_of_a_value() {
    let expected = "\
TY  - ELEC
ID  - ccc:o
TI  - Products: about 132 products, 3 December 2001
T2  - Catalogue & rules
PB  - Institute A and B
ET  - First
UR  - https://host.example/annals/?select=o&lang=en
Y2  - 2026/04/01/
LA  - en
N1  - official
N1  - Another source says: about 133 products · News
N1  - Data to: March 2026
N1  - Licence: CC BY 4.0
N1  - SHA-256 of the briefing’s file: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
ER  -~
TY  - ELEC
ID  - ccc:s1
TI  - {Notice} 100% of \"33\" and_more
PB  - AQSIQ and CNCA
PY  - 2001
DA  - 2001/12/03/
UR  - https://example.org/33?a=1&b=50%25_x#y
Y2  - 2026/02/01/
LA  - zh-Hans
N1  - Annex: “共132种” (Chinese (simplified))
N1  - Another source says: 7 December 2001
N1  - Archived copy: https://web.example/33
ER  -~
TY  - GEN
ID  - ccc:s2
TI  - News
PY  - 2019
DA  - 2019/05//
N1  - Published: May 2019 to January 2020
ER  -~
";
    assert_eq!(citations(Format::Ris, &item(Language::En, "o")), expected.replace('~', " ").replace('\n', "\r\n"));
}

#[test]
fn csl_of_a_value() {
    let expected = concat!(
        "[\n",
        r#"{"id":"ccc:o","type":"webpage","title":"Products: about 132 products, 3 December 2001","container-title":"Catalogue & rules","#,
        r#""publisher":"Institute A and B","edition":"First","accessed":{"date-parts":[[2026,4,1]]},"#,
        r#""URL":"https://host.example/annals/?select=o&lang=en","language":"en","#,
        r#""note":"official\nAnother source says: about 133 products · News\nData to: March 2026\nLicence: CC BY 4.0\n"#,
        r#"SHA-256 of the briefing’s file: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},"#,
        "\n",
        r#"{"id":"ccc:s1","type":"webpage","title":"{Notice} 100% of \"33\"\nand_more","publisher":"AQSIQ and CNCA","#,
        r#""issued":{"date-parts":[[2001,12,3]]},"accessed":{"date-parts":[[2026,2,1]]},"URL":"https://example.org/33?a=1&b=50%25_x#y","#,
        r#""language":"zh-Hans","note":"Annex: “共132种” (Chinese (simplified))\nAnother source says: 7 December 2001\n"#,
        r#"Archived copy: https://web.example/33"},"#,
        "\n",
        r#"{"id":"ccc:s2","type":"document","title":"News","issued":{"date-parts":[[2019,5],[2020,1]]}}]"#,
        "\n"
    );
    assert_eq!(citations(Format::Csl, &item(Language::En, "o")), expected);
}

#[test]
fn text_of_a_value_in_chinese() {
    assert_eq!(
        citations(Format::Text, &item(Language::ZhHans, "o")),
        "Products：约 132 个产品，2001年12月3日 · 目录与规则 · 甲乙研究所 · First\n\
         https://host.example/annals/?select=o&lang=zh-Hans · 读取于2026年4月1日\n\
         官方\n\
         另一来源称： 约 133 个产品 · News\n\
         数据截至：2026年3月\n\
         许可：CC BY 4.0\n\
         简报文件的 SHA-256：ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n\
         \n\
         第33号公告 · AQSIQ and CNCA · 2001年12月3日\n\
         https://example.org/33?a=1&b=50%25_x#y · 读取于2026年2月1日\n\
         Annex: “共132种” (中文（简体）)\n\
         另一来源称： 2001年12月7日\n\
         存档副本：https://web.example/33\n\
         \n\
         News · 2019年5月至2020年1月\n"
    );
}

#[test]
fn an_act_rests_on_what_its_stages_do() {
    let keys: Vec<String> = item(Language::En, "act").into_iter().map(|one| one.key).collect();
    assert_eq!(keys, ["ccc:act", "ccc:s3", "ccc:s4"]);
    let stage = item(Language::En, "act.effective");
    assert_eq!(stage[0].title, "Rules, takes effect: 1 August 2003");
    assert!(
        stage[0].notes.contains(&"Another source says: 1 May 2003 · Spring issue".to_owned()),
        "{:?}",
        stage[0].notes
    );
}

#[test]
fn an_item_without_source_says_so_and_keeps_its_title() {
    let records = item(Language::ZhHans, "none");
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].title, "发布《强制性产品认证管理规定》");
    assert_eq!(records[0].notes[..2], ["发布《强制性产品认证管理规定》：2009年9月", "未给出来源。"]);
}

#[test]
fn a_source_is_cited_by_itself() {
    let records = item(Language::En, "s2");
    assert_eq!(records.len(), 1);
    assert_eq!((records[0].sort, &*records[0].key), (Sort::Work, "ccc:s2"));
}

#[test]
fn a_page_is_cited_with_what_narrows_it() {
    let records = view(Language::En, "view=when&track=law&q=toys&from=2019&to=2020-06&select=o&theme=dark&embed=1");
    assert_eq!(records[0].title, "When");
    assert_eq!(records[0].container.as_deref(), Some("Catalogue & rules"));
    assert_eq!(
        records[0].url.as_deref(),
        Some("https://host.example/annals/?view=when&from=2019&to=2020-06&q=toys&track=law&lang=en")
    );
    assert_eq!(records[0].notes[..2], ["Filters: Laws; “toys”", "Period shown: 2019 to June 2020"]);
    assert_eq!(view(Language::En, "")[0].notes[0], "Data to: March 2026");
}

#[test]
fn without_an_address_and_a_fingerprint_nothing_is_made_up() {
    let records =
        seen(Language::En, "", |context, _| of_item(context, Cover::default(), context.find("o").expect("an item")));
    assert_eq!(records[0].url, None);
    assert!(!records[0].notes.iter().any(|note| note.contains("SHA")));
}

#[test]
fn dates_say_no_more_than_is_known() {
    let of = |format, text: &str| {
        let all = citations(format, &[plain("T", Some(text))]);
        let keep = |line: &&str| {
            ["  date", "  year", "  month", "  note", "PY", "DA", "N1"].iter().any(|start| line.starts_with(start))
        };
        all.lines().filter(keep).map(str::trim).collect::<Vec<_>>().join(" ")
    };
    for (text, bibtex, ris) in [
        ("2001", "date = {2001}, year = {2001},", "PY  - 2001 DA  - 2001///"),
        (
            "2021-05~",
            "date = {2021-05~}, year = {2021}, month = may, note = {Published: about May 2021},",
            "PY  - 2021 DA  - 2021/05// N1  - Published: about May 2021",
        ),
        (
            "2020-21",
            "date = {2020-21}, year = {2020}, note = {Published: Spring 2020},",
            "PY  - 2020 DA  - 2020/// N1  - Published: Spring 2020",
        ),
        ("201X", "date = {201X}, note = {Published: 2010s},", "N1  - Published: 2010s"),
        (
            "2019/..",
            "date = {2019/..}, note = {Published: from 2019, open end},",
            "N1  - Published: from 2019, open end",
        ),
        ("[2019,2020]", "note = {Published: one of: 2019; 2020},", "N1  - Published: one of: 2019; 2020"),
        ("2020-33", "note = {Published: Q1 2020},", "N1  - Published: Q1 2020"),
        ("2023-XX-15", "year = {2023},", "PY  - 2023 DA  - 2023///"),
        ("2019-11-16T23:30:00Z", "date = {2019-11-16}, year = {2019}, month = nov,", "PY  - 2019 DA  - 2019/11/16/"),
        (
            "2019-05/2019-09",
            "date = {2019-05/2019-09}, year = {2019}, note = {Published: May 2019 to September 2019},",
            "PY  - 2019 DA  - 2019/05// N1  - Published: May 2019 to September 2019",
        ),
    ] {
        assert_eq!(of(Format::BibTex, text), bibtex, "{text}");
        assert_eq!(of(Format::Ris, text), ris, "{text}");
    }
    let csl = |text: &str| {
        let list: serde_json::Value = serde_json::from_str(&citations(Format::Csl, &[plain("T", Some(text))])).unwrap();
        list[0]["issued"].to_string()
    };
    for (text, expected) in [
        ("2001", r#"{"date-parts":[[2001]]}"#),
        ("2021-05~", r#"{"date-parts":[[2021,5]],"circa":true}"#),
        ("2020-21", r#"{"date-parts":[[2020]],"season":1}"#),
        ("2019-05/2020-01-08", r#"{"date-parts":[[2019,5],[2020,1,8]]}"#),
        ("2020-21/2020-23", r#"{"literal":"Spring 2020 to Autumn 2020"}"#),
        ("201X", r#"{"literal":"2010s"}"#),
        ("2019/..", r#"{"literal":"from 2019, open end"}"#),
    ] {
        assert_eq!(csl(text), expected, "{text}");
    }
    assert_eq!(citations(Format::Ris, &[plain("T", None)]), "TY  - GEN\r\nID  - x:y\r\nTI  - T\r\nER  - \r\n");
}

#[test]
fn what_tex_would_read_as_its_own_is_named() {
    let title = |words: &str| {
        let text = citations(Format::BibTex, &[plain(words, None)]);
        text.lines().find_map(|line| line.strip_prefix("  title = ")).unwrap_or_default().to_owned()
    };
    assert_eq!(
        title(r"{a} \b 5% & #1 x_y $2 ~z a^b"),
        r"{{\textbraceleft{}a\textbraceright{} \textbackslash{}b 5\% \& \#1 x\_y \$2 \textasciitilde{}z a\textasciicircum{}b}},"
    );
    assert_eq!(
        title("2001--2009 <b> `x' ''y'' a|b"),
        r"{{2001-{}-2009 \textless{}b\textgreater{} \textasciigrave{}x' '{}'y'{}' a\textbar{}b}},"
    );
    assert_eq!(title("关于《目录》\r\n的公告"), "{{关于《目录》 的公告}},");
    assert_eq!(title("}"), r"{{\textbraceright{}}},");
}
