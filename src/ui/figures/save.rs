//! What a reader may take away from a figure: its picture and its data as files, its sentences with their sources. Each carries
//! what it rests on.

use yew::prelude::*;

use super::figure_of;
use crate::{
    figure::{Canvas, Table, compare, content, kind, plate::plate, provenance::Provenance, table::in_file},
    model::Id,
    render::{
        canvas::canvas,
        data::json,
        ics::{Wanted, ics},
        sheet::csv,
        svg::svg,
    },
    scene::{Scene, theme::Theme},
    ui::{deferred::Deferred, store::Store},
    web,
};

/// Where the notes of a CSV file stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    /// Above the table.
    Within,
    /// In a file of their own.
    Beside,
    /// Nowhere.
    Nowhere,
}

/// How something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The picture as SVG.
    Svg,
    /// The picture as PNG.
    Png,
    /// The tables for a spreadsheet: where the notes stand, and whether a byte order mark may stand before them.
    Csv(Notes, bool),
    /// The tables with all they carry.
    Json,
    /// A calendar file.
    Ics,
    /// Sentences and sources, on the clipboard.
    Cited,
}

/// What can be taken away.
#[derive(Clone, PartialEq)]
pub enum What {
    /// A drawn figure, with its width in CSS pixels.
    Picture(Id, f64),
    /// A figure that is a list.
    List(Id),
    /// Two items side by side.
    Compared(Id, Id),
    /// The days of these items.
    Calendar(Vec<Id>),
}

/// Something to keep.
pub struct Kept {
    store: Store,
    what: What,
    form: Form,
}

/// Hands it to the reader.
pub fn keep(kept: &Kept) {
    let Kept { store, form, .. } = kept;
    if let What::Calendar(ids) = &kept.what {
        return keep_calendar(store, ids);
    }
    let Some((tables, provenance)) = taken(kept) else { return };
    let context = store.context();
    let name = |ending: &str| format!("{}-{}.{ending}", provenance.id, provenance.figure);
    match *form {
        Form::Svg => {
            if let Some(scene) = picture(kept, &provenance) {
                web::download(&name("svg"), "image/svg+xml", &svg(&scene, &Theme::LIGHT));
            }
        }
        Form::Png => {
            let drawn = picture(kept, &provenance).and_then(|scene| canvas(&scene, &Theme::LIGHT));
            let (say, refused) = (store.say.clone(), store.t("png-refused"));
            match drawn {
                Some(canvas) => web::download_canvas(&name("png"), &canvas, move |is_done| {
                    if !is_done {
                        say.emit(refused);
                    }
                }),
                None => say.emit(refused),
            }
        }
        Form::Csv(notes, mark) => {
            let rows = in_file(&context, &tables);
            let lines = provenance.note(&context);
            let within = if notes == Notes::Within { lines.as_slice() } else { &[] };
            web::download(&name("csv"), "text/csv;charset=utf-8", &csv(within, &rows, mark));
            if notes == Notes::Beside {
                web::download(&name("txt"), "text/plain;charset=utf-8", &(lines.join("\n") + "\n"));
            }
        }
        Form::Json => web::download(&name("json"), "application/json", &json(&context, &provenance, &tables)),
        Form::Ics => {}
        Form::Cited => {
            let text = provenance.note(&context).join("\n") + "\n";
            let (name, say) = (name("txt"), store.say.clone());
            let copied = store.t("cited-copied");
            wasm_bindgen_futures::spawn_local(async move {
                // Where the clipboard is refused, a file is the next best.
                match web::copy(&text).await {
                    true => say.emit(copied),
                    false => web::download(&name, "text/plain;charset=utf-8", &text),
                }
            });
        }
    }
}

/// A calendar file of these items; says what is not in it because its day is not known.
fn keep_calendar(store: &Store, ids: &[Id]) {
    let calendar = ics(&store.context(), Wanted::Items(ids));
    let name = match ids {
        [one] => one.as_str(),
        _ => "deadlines",
    };
    if calendar.events > 0 {
        let name = format!("{}-{name}.ics", store.briefing().card.id);
        web::download(&name, "text/calendar;charset=utf-8", &calendar.text);
    }
    let values = [("count", calendar.events.into()), ("left", calendar.left_out.len().into())];
    store.say.emit(store.tf("calendar-said", &values));
}

/// Tables, and what they carry.
fn taken(kept: &Kept) -> Option<(Vec<Table>, Provenance)> {
    let context = kept.store.context();
    match &kept.what {
        What::Compared(a, b) => {
            let shown = compare::side_by_side(&context, (a, b));
            let provenance = compare::provenance(&context, (a, b), &shown);
            Some((shown.tables, provenance))
        }
        What::Calendar(_) => None,
        What::Picture(id, _) | What::List(id) => {
            let figure = figure_of(&kept.store, id)?;
            let (tables, told) = content(&context, figure);
            let provenance = Provenance::of(&context, figure, &tables, &told);
            Some((tables, provenance))
        }
    }
}

/// The picture with title, legend and foot, as wide as on screen.
fn picture(kept: &Kept, provenance: &Provenance) -> Option<Scene> {
    let Kept { store, what: What::Picture(id, width), .. } = kept else { return None };
    let (context, figure) = (store.context(), figure_of(store, id)?);
    // It is looked at with other fonts elsewhere.
    let canvas = Canvas { width: *width, meter: store.meter.anywhere() };
    let drawn = (kind(&figure.kind)?.make)(&context, figure, canvas);
    Some(plate(&context, &drawn, provenance, canvas.meter))
}

/// The buttons that take something away.
pub fn files(store: &Store, what: &What) -> Html {
    let button = |control: &'static str, shown: &'static str, form: Form| {
        let name = store.t(&format!("save-{control}"));
        html! {
            <button data-control={control} title={name.clone()} onclick={take(store, what, form)}>
                {shown}<span class="visually-hidden">{" "}{name}</span>
            </button>
        }
    };
    html! { <>
        if let What::Picture(..) = what { {button("svg", "SVG", Form::Svg)}{button("png", "PNG", Form::Png)} }
        {button("csv", "CSV", Form::Csv(Notes::Within, true))}
        {button("json", "JSON", Form::Json)}
        <button data-control="cite" onclick={take(store, what, Form::Cited)}>{store.t("copy-cited")}</button>
        { if let Deferred::Here(parts) = store.deferred { (parts.file_options)(store, what) } else { html! {} } }
    </> }
}

/// Keeps something when it is clicked.
pub fn take(store: &Store, what: &What, form: Form) -> Callback<MouseEvent> {
    let (store, what) = (store.clone(), what.clone());
    Callback::from(move |_| store.keep.emit(Kept { store: store.clone(), what: what.clone(), form }))
}
