//! What a reader may take away from a figure: its picture and its data as files, its sentences with their sources. Each carries
//! what it rests on.

use std::rc::Rc;

use yew::prelude::*;

use super::figure_of;
use crate::{
    figure::{Canvas, Made, Table, compare, content, kind, plate::plate, provenance::Provenance, table::in_file},
    model::Id,
    render::{canvas::canvas, data::json, sheet::csv, svg::svg},
    scene::{Scene, theme::Theme},
    ui::store::Store,
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
    /// Sentences and sources, on the clipboard.
    Cited,
}

/// Something to keep.
pub struct Kept {
    store: Store,
    figure: Id,
    /// The two items, of a comparison.
    compared: Option<(Id, Id)>,
    form: Form,
    /// The picture as it is on screen, where there is one.
    made: Option<Rc<Made>>,
}

/// Hands it to the reader.
pub fn keep(kept: &Kept) {
    let Kept { store, form, .. } = kept;
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

/// The tables of a figure or of a comparison, and what they carry.
fn taken(kept: &Kept) -> Option<(Vec<Table>, Provenance)> {
    let context = kept.store.context();
    if let Some((a, b)) = &kept.compared {
        let shown = compare::side_by_side(&context, (a, b));
        let provenance = compare::provenance(&context, (a, b), &shown);
        return Some((shown.tables, provenance));
    }
    let figure = figure_of(&kept.store, &kept.figure)?;
    let (tables, told) = content(&context, figure);
    let provenance = Provenance::of(&context, figure, &tables, &told);
    Some((tables, provenance))
}

/// The picture with title, legend and foot: the one on screen, else one as wide as the page.
fn picture(kept: &Kept, provenance: &Provenance) -> Option<Scene> {
    let Kept { store, made, .. } = kept;
    let (context, figure) = (store.context(), figure_of(store, &kept.figure)?);
    let drawn = match made {
        Some(made) => made.clone(),
        None => {
            let canvas = Canvas { width: store.room, meter: store.meter };
            Rc::new((kind(&figure.kind)?.make)(&context, figure, canvas))
        }
    };
    Some(plate(&context, &drawn, provenance, store.meter))
}

/// Which figure, and its picture.
#[derive(Properties)]
pub struct FilesProps {
    /// Its id.
    pub id: Id,
    /// Page, words and state.
    pub store: Store,
    /// The two items, where it is a comparison and no figure.
    #[prop_or_default]
    pub compared: Option<(Id, Id)>,
    /// Whether it has a picture.
    #[prop_or(true)]
    pub drawn: bool,
    /// The picture as it is on screen.
    #[prop_or_default]
    pub made: Option<Rc<Made>>,
}

impl PartialEq for FilesProps {
    fn eq(&self, other: &Self) -> bool {
        let made = |props: &Self| props.made.as_ref().map(Rc::as_ptr);
        self.id == other.id && self.compared == other.compared && self.store == other.store && made(self) == made(other)
    }
}

/// The buttons that take a figure away, and how its files are written.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let FilesProps { id, compared, store, drawn, made } = props;
    let notes = use_state_eq(|| Notes::Within);
    let mark = use_state_eq(|| true);
    let button = |control: &'static str, shown: String, form: Form| {
        let (store, figure, made) = (store.clone(), id.clone(), made.clone());
        let compared = compared.clone();
        let name = store.t(&format!("save-{control}"));
        let onclick = move |_: MouseEvent| {
            let (compared, made) = (compared.clone(), made.clone());
            store.keep.emit(Kept { store: store.clone(), figure: figure.clone(), compared, form, made });
        };
        html! { <button data-control={control} title={name} {onclick}>{shown}</button> }
    };
    let choice = |one: Notes, key: &str| {
        let notes = notes.clone();
        let checked = *notes == one;
        html! { <label><input type="radio" name={format!("notes-{id}")} {checked} onchange={move |_| notes.set(one)} />{" "}{store.t(key)}</label> }
    };
    let marked = {
        let mark = mark.clone();
        move |_| mark.set(!*mark)
    };
    html! { <>
        if *drawn { {button("svg", "SVG".into(), Form::Svg)}{button("png", "PNG".into(), Form::Png)} }
        {button("csv", "CSV".into(), Form::Csv(*notes, *mark))}
        {button("json", "JSON".into(), Form::Json)}
        {button("cite", store.t("copy-cited"), Form::Cited)}
        <details class="file-options">
            <summary>{store.t("save-options")}</summary>
            <fieldset>
                <legend>{store.t("csv-notes")}</legend>
                {choice(Notes::Within, "csv-notes-within")}
                {choice(Notes::Beside, "csv-notes-beside")}
                {choice(Notes::Nowhere, "csv-notes-none")}
            </fieldset>
            <label><input type="checkbox" checked={*mark} onchange={marked} />{" "}{store.t("csv-mark")}</label>
        </details>
    </> }
}
