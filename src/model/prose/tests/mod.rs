use std::time::{Duration, Instant};

use proptest::{collection::vec, prelude::*, sample::select};

use super::{Block, DEEPEST, Inline, prose};
use oracle::common_mark;

mod oracle;

/// Texts that are read as CommonMark reads them.
const SAME: &[&str] = &[
    "",
    " \n\n",
    "One\ntwo  \nthree\\\nfour",
    "One\r\ntwo\r\rthree",
    "  leading\n      deep continuation",
    "trailing  \n\nnext\\",
    "# One\n###### Six #\n####### seven",
    "#not a heading\n\n#\n\n## a ## b ##",
    "Under\nlined\n---\nagain\n===",
    "---\n***\n_ _ _\n--",
    "- a\n- b\n- c",
    "* a\n+ b\n- c",
    "- a\n  - b\n    - c\n- d",
    "- a\n    - b",
    "1. one\n2. two",
    "7) seven\n8) eight\n9. nine",
    "text\n2. is no list\n1. is one",
    "text\n-\n\n*\n\n+ a",
    "1234567890. too long",
    "- a\n\n  second paragraph\n\n- b",
    "- a\n\n\n- b\n\nend",
    "-\n  a\n-\n\n  b",
    "- a\nlazy\n- b\n\nout",
    "1. a\n\n   - b\n\n     c\n2. d",
    "- ```\n  code\n\n  more\n  ```\n- b",
    "- # heading\n- > quote\n- ---",
    "- - - a",
    "10. a\n    b\n\n    c",
    "> a\n> b\n\n> c",
    "> a\nlazy\n> > b\nlazy",
    "> a\n---\n> - b\nc",
    ">no space\n>\n> second",
    "> ```\n> a\nb",
    "```\n*a* <b>\n\n  c\n```\nd",
    "~~~~ rust\n```\n~~~\n~~~~~",
    "  ```\n    a\n b\n  ```",
    "```\nnot closed",
    "``` a`b\nc",
    "*a* _b_ **c** __d__",
    "***a*** **_b_** *__c__*",
    "*a **b** c* **a *b* c**",
    "***a** b* ***a* b**",
    "a*b*c a_b_c __init__.py snake_case_name",
    "* a* *a * ** a** 2 * 3 * 4",
    "*a **b* c** **a *b** c*",
    "*a_b*c_ _a*b_c*",
    "**a* ***a* ****a**** *a**b*",
    "foo***bar***baz a**\"b\"**c",
    "(*a*) \"_b_\" _(c)_. “_d_”",
    "`a` `` ` `` ` `` `  ` `b",
    "`a\nb` `*c*` *`d*`",
    "`` a ` b ``` c ``",
    "[a](https://example.org)",
    "[a *b* `c`](<x y> \"title\") [d](e 'f')[g](h (i))",
    "[a](b\n\"c\n d\") [a](  b  )",
    "[a]() [](b) [a](<>)",
    "[a](b(c)d) [a](b\\)c) [a](b(c)",
    "[a](b c) [a](<b)",
    "[a](b \"c\" d) [a](b\"c\") [a](b \"c",
    "[a [b](c) d](e) [[a](b)",
    "[a] [a][b] [a]:b ]a[ [a](",
    "*a [b* c](d) [a *b](c) d*",
    "`a [b` c](d) [a `b](c)`",
    "![alt *text* `code`](x.png) ![a](b \"c\")",
    "![a [b](c) d](e) [![a](b)](c) ![[a](b)](c)",
    "!\\[a](b) \\![a](b) ![a] !a",
    "<https://example.org/a*b*c> <mailto:a@b.c> <x:y>",
    "<https://a b> <https://a <1:2> a < b > c",
    "\\*a\\* \\# \\a \\\\ \\`a` \\[a](b) [a\\](b)",
    "\\# a\n\n\\- b\n\n1\\. c",
    "a\n\n-\tc\n\n\td",
    "第三条*规定*。 中文**重点**中文",
];

#[test]
fn common_mark_agrees() {
    for source in SAME {
        assert_eq!(Some(prose(source)), common_mark(source), "{source:?}");
    }
    assert!(SAME.len() >= 60);
}

fn text(words: &str) -> Inline {
    Inline::Text(words.into())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

#[test]
fn what_is_left_out_is_text() {
    for words in
        ["<b>x</b>", "a &amp; b &#35;", "<a@example.org>", "[a]: https://example.org", "<!-- a -->", "</div>", "a | b"]
    {
        assert_eq!(prose(words), [paragraph(words)]);
    }
    assert_eq!(prose("    not code\n\n\t- nor a list"), [paragraph("not code"), paragraph("- nor a list")]);
    assert_eq!(prose("```\n\ta\n```"), [Block::Code("    a".into())]);
}

#[test]
fn east_asian_words_need_no_spaces() {
    let strong = |words| Inline::Strong(vec![text(words)]);
    for (source, read) in [
        ("**《办法》**第三条", vec![strong("《办法》"), text("第三条")]),
        ("依据**“意见”**执行", vec![text("依据"), strong("“意见”"), text("执行")]),
        ("**注意：**内容", vec![strong("注意："), text("内容")]),
    ] {
        assert_eq!(prose(source), [Block::Paragraph(read)]);
    }
}

#[test]
fn links_and_images() {
    let link = Inline::Link { address: "https://a.org/(b)".into(), children: vec![text("a")] };
    assert_eq!(prose("[a](https://a.org/\\(b\\) \"dropped\")"), [Block::Paragraph(vec![link])]);
    assert_eq!(prose("![a *b* `c`\nd](x)"), [paragraph("a b c d")]);
}

#[test]
fn references_stand_anywhere_but_in_code() {
    let value =
        |id: &str, is_linked| Inline::Value { id: id.into(), written: format!("{{{{value:{id}}}}}"), is_linked };
    assert_eq!(
        prose("About **{{value:s.1}}**, {{value:e}}"),
        [Block::Paragraph(vec![
            text("About "),
            Inline::Strong(vec![value("s.1", false)]),
            text(", "),
            value("e", false)
        ])]
    );
    let link = Inline::Link { address: "https://a.org".into(), children: vec![value("e", true)] };
    assert_eq!(prose("[{{value:e}}](https://a.org)"), [Block::Paragraph(vec![link])]);
    assert_eq!(prose("从{{value:a_b_c}}起"), [Block::Paragraph(vec![text("从"), value("a_b_c", false), text("起")])]);
    assert_eq!(prose("`{{value:e}}`"), [Block::Paragraph(vec![Inline::Code("{{value:e}}".into())])]);
    assert_eq!(prose("![{{value:e}}](x) \\{{value:e}} {{title}}"), [paragraph("{{value:e}} {{value:e}} {{title}}")]);
}

/// How deep the deepest block and the deepest mark stand.
fn depth(blocks: &[Block]) -> usize {
    let below = |blocks: &[Block]| 1 + depth(blocks);
    let deepest = blocks.iter().map(|block| match block {
        Block::Paragraph(children) | Block::Heading(children) => inline_depth(children),
        Block::List { items, .. } => items.iter().map(|item| below(item)).max().unwrap_or(1),
        Block::Quote(children) => below(children),
        Block::Code(_) | Block::Rule => 0,
    });
    deepest.max().unwrap_or(0)
}

fn inline_depth(nodes: &[Inline]) -> usize {
    let deepest = nodes.iter().map(|node| match node {
        Inline::Emphasis(children) | Inline::Strong(children) | Inline::Link { children, .. } => {
            1 + inline_depth(children)
        }
        _ => 0,
    });
    deepest.max().unwrap_or(0)
}

#[test]
fn depth_is_limited() {
    let quotes = |count| prose(&(">".repeat(count) + "a"));
    assert_eq!(depth(&quotes(DEEPEST)), DEEPEST);
    assert_eq!(quotes(DEEPEST), common_mark(&(">".repeat(DEEPEST) + "a")).unwrap());
    let mut deep = quotes(DEEPEST + 3);
    assert_eq!(depth(&deep), DEEPEST);
    while let [Block::Quote(inner)] = deep.as_slice() {
        deep = inner.clone();
    }
    assert_eq!(deep, [paragraph(">>>a")]);

    let marks = |count: usize| "*a _b ".repeat(count / 2) + "c" + &" b_ a*".repeat(count / 2);
    assert_eq!(depth(&prose(&marks(DEEPEST))), DEEPEST);
    let source = marks(DEEPEST + 2);
    let [Block::Paragraph(words)] = &*prose(&source) else { panic!() };
    assert_eq!(inline_depth(words), DEEPEST);
    assert!(format!("{words:?}").contains("*a _b c b_ a*"), "{words:?}");
}

#[test]
fn long_texts_take_linear_time() {
    let size = if cfg!(debug_assertions) { 1 << 17 } else { 1 << 20 };
    // Far above what it takes alone, far below what quadratic time takes.
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 5 });
    let nested: String = (0..1_500).map(|depth| "  ".repeat(depth % 700) + "- a\n").collect();
    let units = "[|*|>|`|_|<|!|\\|\t|\n|(|![|- |> |1. |*a |*a_b |a**b|**a *b|_a |[a](b|[a](<b|![a](|[a](b)|[a](b \"|[a](b 'c\" (\
        |`a``b|```\n|- a\n|> a\n|-\n|*a\n|<a:|[a](b(|]|](|a  |a\\\n|[[a](b)|*[a*](b)|*a `|> - |  |# |***a b** c* ";
    for unit in units.split('|').chain([nested.as_str()]) {
        let source = unit.repeat(size / unit.len());
        for source in [source.clone(), source + &"](x)".repeat(size / 32)] {
            // Other work on the machine may take the time of one try.
            let took = (0..3).map(|_| {
                let start = Instant::now();
                assert!(depth(&prose(&source)) <= 2 * DEEPEST);
                start.elapsed()
            });
            assert!(took.into_iter().any(|took| took < limit), "{unit:?}");
        }
    }
}

/// Texts made of the marks of the subset.
fn marks(parts: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    vec(select(parts), 0..most).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 2_000 } else { 200_000 }))]

    #[test]
    fn words_agree_with_common_mark(
        source in marks(
            &["*", "*", "**", "_", "__", "`", "``", "[", "]", "](", ")", "](x)", "![", "(", " ", "a", "b", "a", "é", ".", "“",
              "\\", "\n", "  \n", "<xy:z>", "\"", "'"],
            16,
        )
    ) {
        if let Some(expected) = common_mark(&source) {
            prop_assert_eq!(prose(&source), expected);
        }
    }

    #[test]
    fn blocks_agree_with_common_mark(
        source in marks(
            &["\n", "\n", "\n\n", " ", "  ", "   ", "- ", "* ", "+ ", "-", "1. ", "2) ", "3.", "> ", ">", "# ", "## ", "```",
              "~~~", "---", "==", "a", "b", "a *b*", "#"],
            16,
        )
    ) {
        if let Some(expected) = common_mark(&source) {
            prop_assert_eq!(prose(&source), expected);
        }
    }

    #[test]
    fn any_text_can_be_read(source in any::<String>(), marks in marks(&["\t", "\r", "\0", "第", "《", "&", "<", ">", "- ", "["], 12)) {
        for source in [source.clone() + &marks, marks + &source] {
            prop_assert!(depth(&prose(&source)) <= 2 * DEEPEST);
        }
    }
}
