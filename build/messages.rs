//! Turns Fluent files into the form that `src/i18n/messages.rs` reads, so that the page carries no parser of its own.
//!
//! Fluent's own parser reads them. What the reader there does not know (functions, terms, nested placeables) is an error here.
//!
//! One line a message or attribute, sorted: key, tab, pattern. In a pattern stands
//! `\u{1}name\u{2}` for a variable, and
//! `\u{3}name` `\u{4}key\u{5}pattern`… `\u{6}` for a choice by a variable: the first variant is the default one, keys that are
//! numbers begin with `#`. A line break is written `\u{7}`.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::BTreeMap;

/// The messages of a Fluent file in that form. `name`: what errors call the file.
pub fn compile(name: &str, source: &str) -> Result<String, String> {
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| format!("{name}: {errors:?}"))?;
    let mut patterns = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let own = message.value.iter().map(|pattern| (message.id.name.to_owned(), pattern));
                let attributes = message.attributes.iter();
                let attributes = attributes.map(|one| (format!("{}.{}", message.id.name, one.id.name), &one.value));
                for (key, pattern) in own.chain(attributes) {
                    if patterns.insert(key.clone(), pattern).is_some() {
                        return Err(format!("{name}: {key} stands twice"));
                    }
                }
            }
            Entry::Term(term) => return Err(format!("{name}: -{} is a term; write a message", term.id.name)),
            Entry::Junk { content } => return Err(format!("{name}: cannot read {content:?}")),
            _ => {}
        }
    }
    let mut lines = String::new();
    for (key, pattern) in &patterns {
        lines.push_str(key);
        lines.push('\t');
        let writer = Writer { patterns: &patterns, depth: 0 };
        writer.pattern(pattern, &mut lines).map_err(|fault| format!("{name}: {key}: {fault}"))?;
        lines.push('\n');
    }
    Ok(lines)
}

struct Writer<'a> {
    patterns: &'a BTreeMap<String, &'a Pattern<&'a str>>,
    /// How many messages are being written into one another.
    depth: usize,
}

impl Writer<'_> {
    fn pattern(&self, pattern: &Pattern<&str>, out: &mut String) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text(value, out)?,
                PatternElement::Placeable { expression } => self.expression(expression, out)?,
            }
        }
        Ok(())
    }

    fn expression(&self, expression: &Expression<&str>, out: &mut String) -> Result<(), String> {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                out.extend(["\u{1}", id.name, "\u{2}"]);
                Ok(())
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                text(&unescape_unicode_to_string(value), out)
            }
            Expression::Inline(InlineExpression::MessageReference { id, attribute: None }) => {
                let pattern = self.patterns.get(id.name).ok_or_else(|| format!("there is no message {}", id.name))?;
                if self.depth > 8 {
                    return Err(format!("{} leads back to itself", id.name));
                }
                Writer { depth: self.depth + 1, ..*self }.pattern(pattern, out)
            }
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                out.extend(["\u{3}", id.name]);
                let defaults = variants.iter().filter(|variant| variant.default);
                for variant in defaults.chain(variants.iter().filter(|variant| !variant.default)) {
                    self.variant(variant, out)?;
                }
                out.push('\u{6}');
                Ok(())
            }
            _ => Err("only texts, variables, messages and choices by a variable are known".to_owned()),
        }
    }

    fn variant(&self, variant: &Variant<&str>, out: &mut String) -> Result<(), String> {
        let (sign, key) = match &variant.key {
            VariantKey::Identifier { name } => ("", name),
            VariantKey::NumberLiteral { value } => ("#", value),
        };
        out.extend(["\u{4}", sign, key, "\u{5}"]);
        self.pattern(&variant.value, out)
    }
}

/// Writes a text as it is.
fn text(value: &str, out: &mut String) -> Result<(), String> {
    if let Some(odd) = value.chars().find(|c| c.is_control() && *c != '\n') {
        return Err(format!("{odd:?} stands in the text"));
    }
    out.push_str(&value.replace('\n', "\u{7}"));
    Ok(())
}
