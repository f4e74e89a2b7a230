# Texts of the page that come with the deferred code.

## Start, loading, failure

net-offline = The briefing could not be reached.
    .remedy = Check the connection, or whether the address is right, and try again.
net-status = The server answered with status { $status } instead of the briefing.
    .remedy = Check the address, or ask whoever runs this site.
net-truncated = The connection ended early: { $came } of { $announced } bytes arrived.
    .remedy = Try again.
net-timeout = The server has been silent for too long.
    .remedy = Try again, or come back later.
data-origin = The link names a briefing on another site, and this site does not show those.
    .remedy = Open the briefing on its own site, or ask whoever runs this one to list it.

## Frame

close = Close

## Notices

link-unknown-key = The link has a part that this page does not know: “{ $key }”. It was ignored.
link-bad-value = The link says { $key }={ $value }, which this page cannot use. It was ignored.
link-too-long = The link is too long; its end was ignored.
link-no-item = The link names “{ $id }”, but this briefing has no such item.
link-no-view = The link leads to the page “{ $id }”, but this briefing has no such page. The first page is shown.
filters-on = Only some items are shown:
filters-clear = Show all
filter-remove = Remove filter: { $name }
left-out = Left out: { $parts }.
left-out-part = { $count } of { $total } { $part }
filter-removes = “{ $name }” hides { $count }
filter-relax = Drop “{ $name }”: { $count } shown
filters-none-of = 0 of { $total }: { $filters }.
filters-count = { $shown } of { $total } items pass the filters.
filters-elsewhere = This page shows all; pages with a timeline or a list of policy acts heed the filters.
filters-more = { $count } more
board-counted = Days are counted from { $date }.
board-kinds = Kinds of deadlines
board-calendar = { $count ->
    [one] Calendar file of one
   *[other] Calendar file of { $count }
}
board-count = { $ahead } to come, { $passed } passed
board-none = No deadline is to come.
board-passed = { $count ->
    [one] One has passed
   *[other] { $count } have passed
}
calendar-one = Calendar file
calendar-said = { $count ->
    [0] No calendar file: no day is known.
    [one] Calendar file with one entry.
   *[other] Calendar file with { $count } entries.
} { $left ->
    [0] {""}
    [one] One is left out: its day is not known.
   *[other] { $left } are left out: their days are not known.
}
column-deadline = Deadline
column-days-left = Days left
column-working-left = Working days left
column-told = In words
keys-on = Keys “/”, “g”, “?” and “Esc” work everywhere on this page
key-search = Search
key-go = Go to a date on the timeline
key-help = This list
key-escape = Close what is open
key-arrows = In a figure: from one item to the next
key-enter = Open the item
key-ends = In a figure: to the first or last item
key-zoom = On the timeline: zoom in or out
key-pages = On the timeline: earlier or later
go = Go
go-label = Go to date
go-help = A year, a month or a day: 2019, 2019-11 or 2019-11-16.
go-refused = “{ $date }” is no date with a place on the timeline. Write a year, a month or a day: 2019, 2019-11 or 2019-11-16.
lineage-all = Lineage: { $count } policy acts
list-gap = , {""}
facet-track = Track
facet-kind = Kind
facet-actor = Actor
facet-tag = Tag
facet-status = Status of policy acts
facet-grade = How it is known
facet-confidence = How sure it is
look-back-about = See the briefing as things stood at the end of a day: what had happened or was announced, where each policy act stood, which list was in force and which targets were set.
known-about = “Known on” leaves out what was entered later. What does not say when it was entered stays.
asof-label = As of
asof-clear = As things stand
asof-slider = As of this day
known-label = Known on
known-clear = All that is recorded
change-previous = Change before
change-next = Next change
change-none = none
change-on-day = Changed on that day:
look-back-end = Back to today
asof-told = As of { $date }. { $later ->
    [0] Nothing is left out.
    [one] One item came later and is not shown.
   *[other] { $later } items came later and are not shown.
}
known-told = Known on { $date }. { $later ->
    [0] Nothing was recorded later.
    [one] One item was recorded later and is not shown.
   *[other] { $later } items were recorded later and are not shown.
} { $unsaid ->
    [0] {""}
    [one] One item does not say when it was recorded; it is shown.
   *[other] { $unsaid } items do not say when they were recorded; they are shown.
}
asof-marker = as of { $date }
asof-made = As of
known-made = Known on
link-later = “{ $id }” came later, or was not yet recorded, on the day you look back to.
search-reads = Reading the words of the briefing
search-results = Search results
search-count = { $count ->
    [0] Nothing found for “{ $words }” in { $total } items.
    [one] One of { $total } items found for “{ $words }”.
   *[other] { $count } of { $total } items found for “{ $words }”.
}
search-none = Try fewer or other words. “Quotes” find a phrase, a minus leaves a word out.
search-more = Show all { $count }
search-fewer = Show fewer
findings-more = and { $count } more. The command “annals check” lists all.
severity-error = Error
severity-warning = Warning

## Figures

series-none = No value is recorded.
series-empty = There is no value to draw.
series-point = { $precision ->
    [day] { $value } on { $when }
   *[other] { $value } in { $when }
}
series-contested = { $point } (sources disagree)
series-one = { $point }.
series-steady = { $count ->
    [2] { $value } both { $start ->
        [day] on
       *[other] in
    } { $from } and { $end ->
        [day] on
       *[other] in
    } { $to }.
   *[other] { $value } at all { $count } dates, { $from } to { $to }.
}
series-change = From { $first } to { $last }.
series-change-high = From { $first } to { $last }; the highest was { $high }.
series-change-low = From { $first } to { $last }; the lowest was { $low }.
series-change-high-low = From { $first } to { $last }; the highest was { $high }, the lowest { $low }.
series-apart = { $count ->
    [one] One more value is not comparable with these.
   *[other] { $count } more values are not comparable with these.
}
series-all-apart = { $count } values, none of them comparable with the others.
series-disagree = { $count ->
    [one] Sources disagree on one value.
   *[other] Sources disagree on { $count } values.
}
series-unplaced = { $count ->
    [one] One value has no place on the axes and stands in the table only.
   *[other] { $count } values have no place on the axes and stand in the table only.
}
legend-about-so-much = about so much
legend-more = more
legend-less = less
legend-range = from low to high
legend-within-time = some time within
legend-disputed = sources disagree
legend-apart = not comparable with its neighbours
column-measure = Measure
column-number = Number
column-actor = Id of the organisation
column-capacity = Capacity
column-kind = Kind of organisation
column-id = Id
column-category-en = Category (English)
column-category-zh = Category (Chinese)
column-category-number = Number of the category
column-codes = Codes
column-regime = Regime
column-change = Change
column-count = Number of products
column-status = Status
column-latest-date = Date of that value
column-address = Address
column-resting = Items that rest on it
table-items = Items
show-figure = Show as figure
flow-none = The figure names no catalogue.
flow-empty = Neither a whole catalogue nor a list of changes is recorded.
flow-outside = Not listed
flow-inside = In the catalogue
flow-size-stated = { $count ->
    [one] { $total } product is listed.
   *[other] { $total } products are listed.
}
flow-size-computed = { $count ->
    [one] { $total } product is listed, added up from stated numbers.
   *[other] { $total } products are listed, added up from stated numbers.
}
flow-size-unknown-beginning = How many are listed then is not stated: no whole catalogue comes before it.
flow-size-unknown-number = How many are listed then is not computed: { $version } states no number.
flow-size-unknown-date = How many are listed then is not computed: { $version } has no date and may belong anywhere.
flow-part-added = { $number } added
flow-part-removed = { $number } removed
flow-part-moved = { $number } moved to { $regime }
flow-part-restored = { $number } back to certification
flow-part-changed = { $number } changed
flow-part-kept = { $number } kept
flow-part-added-unstated = added, number not stated
flow-part-removed-unstated = removed, number not stated
flow-part-moved-unstated = moved to { $regime }, number not stated
flow-part-restored-unstated = back to certification, number not stated
flow-part-changed-unstated = changed, number not stated
flow-part-recorded = { $part }; { $recorded } of { $total } recorded here
flow-part-recorded-unstated = { $part }; { $recorded } recorded here
flow-part-none = What it changed is not recorded.
flow-part-total = { $total } changes in all, of which not all are recorded
flow-elsewhere = another regime
flow-against = Against { $version }
flow-against-refused = Not compared with { $version }: the two list different things, or one lists nothing.
flow-refused = Not used, because only part of it is recorded
flow-refused-part = { $version }: { $recorded } of { $total } recorded here
flow-refused-unstated = { $version }: { $recorded } entries recorded here, of how many is not stated
flow-undated = Without a date, so without a place in time
flow-says-full = { $version } lists { $total } ({ $when }).
flow-says-lists = { $count ->
    [0] No list of changes with a date is recorded.
    [one] One list of changes, of { $from }.
   *[other] { $count } lists of changes from { $from } to { $to }.
}
flow-says-added = { $count ->
    [one] one adds products
   *[other] { $count } add products
}
flow-says-removed = { $count ->
    [one] one removes some
   *[other] { $count } remove some
}
flow-says-moved = { $count ->
    [one] one moves some to { $regime }
   *[other] { $count } move some to { $regime }
}
flow-says-restored = { $count ->
    [one] one brings some back to certification
   *[other] { $count } bring some back to certification
}
flow-says-changed = { $count ->
    [one] one changes entries
   *[other] { $count } change entries
}
flow-says-most = Most at once: { $part } ({ $version }, { $when }).
flow-says-equal = All with a stated number change as many: { $part } each.
flow-says-latest = Latest: { $part } ({ $version }, { $when }).
flow-says-unstated = { $count ->
    [one] In one list the number is not stated.
   *[other] In { $count } lists the number is not stated.
}
flow-says-recorded = { $count ->
    [one] One list is only partly recorded here.
   *[other] { $count } lists are only partly recorded here.
}
flow-says-disputed = { $count ->
    [one] Sources disagree on one version.
   *[other] Sources disagree on { $count } versions.
}
flow-says-refused = Not used, because only partly recorded: { $versions }.
flow-says-undated = { $count ->
    [one] One list of changes has no date, so no number after a whole catalogue is computed.
   *[other] { $count } lists of changes have no date, so no number after a whole catalogue is computed.
}
flow-legend-spine = listed; as wide as the number is large
flow-legend-unknown = number not stated
column-version = Version
column-records = Records
column-stated-total = Stated total
column-recorded = Recorded here
column-listed-after = Listed after it
flow-says-ways = Of these { $ways }.
flow-says-comma = {", "}
flow-says-semicolon = {"; "}
flow-legend-moved = moved to { $regime }
flow-part-otherwise = { $part }; the { $recorded } entries recorded here are counted otherwise
flow-size-recorded = { $count ->
    [one] { $total } product is recorded.
   *[other] { $total } products are recorded.
}
axis-log = The axis goes by powers of ten: equal steps are equal ratios.
axis-not-log = The axis does not go by powers of ten, because a value is not above zero.
axis-from = The value axis begins at { $value }.
multiples-shared = Panels of one unit have the same scale, so that their heights can be compared.
column-text = Text
timeline-told = { $from } to { $to }: { $count } of { $total } items.
with-base = { $words } ({ $base })
rounding = Numbers are printed as sources state them; nothing is rounded on the way. Shares that the page computes are given to one decimal, with the numbers they come from. Only where parts are declared to make the whole are they rounded so that they come to 100% (by the largest remainder); elsewhere a sum that misses 100% is shown with its cause.
about-rounding = Rounding
out-of = Out of how many
csv-notes = Notes in the CSV
csv-notes-within = Above the table, in lines that begin with #
csv-notes-beside = In a file of their own
csv-notes-none = None
csv-mark = Byte order mark, which spreadsheets need for Chinese
labelled = { $label }: { $words }
source-read = read on { $date }
sources-more = { $count ->
    [one] { $shown }; and one more
   *[other] { $shown }; and { $count } more
}
filters-in-force = Filters
card-as-of = Data to
made-on = Made on
calendar-no-month = no month
calendar-no-month-place = { $count ->
    [one] { $year }: one item whose month is not stated
   *[other] { $year }: { $count } items whose month is not stated
}
calendar-gap = { $from } to { $to }: nothing recorded
calendar-says-none = No item is recorded.
calendar-says-year = { $count ->
    [one] One item, in { $from }.
   *[other] { $count } items, all in { $from }.
}
calendar-says = { $count } items from { $from } to { $to }, by the month in which they begin. It counts what this briefing records, not all that happened.
calendar-says-most = { $months ->
    [one] Most in one month: { $most }, in { $month }.
   *[other] Most in one month: { $most }, in { $months } months, first in { $month }.
}
calendar-says-no-month = { $count ->
    [one] The month of one item is not stated; it stands in a column of its own.
   *[other] The month of { $count } items is not stated; they stand in a column of their own.
}
units-none = The figure names no numbers.
units-each = { $count ->
    [one] One sign stands for one.
   *[other] One sign stands for { $count }.
}
units-not-counted = not a number of things, so not drawn as signs
units-other = another value: { $value }
units-other-source = another source: { $value } ({ $sources })
units-point = { $value } ({ $label })
units-point-dated = { $value } ({ $label }, { $when })
units-says-one = { $point }.
units-says-equal = { $value } in all { $count } cases.
units-says = { $count } numbers, from { $least } to { $most }.
units-says-missing = { $count ->
    [one] One number is not stated.
   *[other] { $count } numbers are not stated.
}
units-says-others = { $count ->
    [one] One value is not a number of things and is not drawn as signs.
   *[other] { $count } values are not numbers of things and are not drawn as signs.
}
lineage-none = The figure names no policy act.
lineage-undated = no dated stage
lineage-stage = { $stage } { $date }
lineage-tie = { $relation } { $act }
lineage-point = { $act } ({ $stage })
lineage-says-one = { $point }.
lineage-says-count = { $count ->
    [one] One policy act.
   *[other] { $count } policy acts.
}
lineage-says = { $count } policy acts, from { $first } to { $last }.
lineage-says-relation = { $relation }: { $count }
lineage-says-relations = Relations by what the later act does: { $relations }.
lineage-says-no-relation = No relation to others is recorded.
lineage-says-undated = { $count ->
    [one] Of one no stage has a place in time.
   *[other] Of { $count } no stage has a place in time.
}
lineage-says-disputed = { $count ->
    [one] Sources disagree on one act or stage.
   *[other] Sources disagree on { $count } acts or stages.
}
lineage-says-circle = The relations of { $acts } form a circle, which cannot be so.
lineage-shape-proposed = announced, drafted, open for comment
lineage-shape-adopted = adopted, published, amended
lineage-shape-force = in force, enforced
lineage-shape-grace = transition ends
lineage-shape-ended = repealed, superseded, withdrawn
column-act = Policy act
column-relations = Relations
targets-due = due { $date }
targets-no-due = no due date stated
targets-measured = { $value } ({ $date })
targets-latest = latest measured: { $value }
targets-unmeasured = no measured value
targets-apart = measured in another unit: { $value }
targets-goal = goal: { $value }
targets-legend-goal = goal
targets-legend-side = side on which it is reached
targets-legend-measured = latest measured value
targets-says = { $count ->
    [one] One target; for { $measured } a measured value can be set against it.
   *[other] { $count } targets; for { $measured } a measured value can be set against the goal.
}
targets-says-reached = { $title }: { $value }, so reached then ({ $goal }, { $due }).
targets-says-missed = { $title }: { $value }, so not reached then ({ $goal }, { $due }).
targets-says-open = { $title }: { $value }; whether that reaches it ({ $goal }, { $due }) cannot be said.
targets-says-apart = { $count ->
    [one] One is measured in another unit.
   *[other] { $count } are measured in another unit.
}
targets-says-undated = { $count ->
    [one] One has no due date.
   *[other] { $count } have no due date.
}
targets-legend-track = each track begins at zero; percentages end at 100%
lineage-lines = lines stand where there is room, not at a date
amount-dated = { $title } ({ $date })
amount-named = { $title }: { $value }
claim-by = { $value } · { $who }
claim-unnamed = another source
claims-told = { $what }: { $claims }.
claims-join = {"; "}
amounts-one = { $title }: { $value }.
amounts-equal = { $count ->
    [2] Both values are { $value }.
   *[other] All { $count } values are { $value }.
}
amounts-ends = The highest is { $high }: { $highs }; the lowest { $low }: { $lows }.
amounts-several = { $count } times
amounts-missing = { $count ->
    [one] One value is not stated.
   *[other] { $count } values are not stated.
}
share-of = { $share } ({ $part } of { $whole })
share-unknown = { $part } (N not stated)
share-whole = N = { $whole }
share-whole-unknown = N not stated
share-told = { $date }: { $parts }.
share-complete = Of the complete whole; the shares are rounded by the largest remainders and add up to 100%.
share-exact = Each share is rounded to one decimal by itself; they need not add up to 100%.
column-whole = Out of
column-share = Share
thin-told = { $values } values stand in { $marks } groups: there is no room for each.
thin-dates = The values of { $dates } dates stand in { $marks } groups, each from its lowest to its highest.
thin-latest = There is no room for { $dates } dates: the latest of each of { $marks } groups of them is drawn.
thin-rows = { $drawn } of { $all } are drawn; the table holds all.
thin-more = and { $count } more: see the table
thin-series = { $count ->
    [one] One more series stands in the table only.
   *[other] { $count } more series stand in the tables only.
}
thin-name = { $count } values from { $from } to { $to }: { $low } to { $high }; the latest { $last }
thin-equal = { $count } values from { $from } to { $to }: { $high }
thin-disputed = { $count ->
    [one] one disputed
   *[other] { $count } disputed
}
thin-apart = { $count ->
    [one] one not comparable with the others
   *[other] { $count } not comparable with the others
}
thin-inexact = { $count ->
    [one] one not exact
   *[other] { $count } not exact
}

## Sources

sources-summary = { $count } sources; { $http } of them are not encrypted (http), { $unlinked } are printed without a link.
sources-shown = { $shown } of { $total } sources
sources-none = None of { $count } sources holds these words.
order = Order
order-use = Most used first
order-publisher = By publisher
order-title = By title
rests-count = { $count ->
    [0] Nothing rests on it
    [one] One item rests on it
   *[other] { $count } items rest on it
}
rests-none = No item cites it.
no-address = no address
new-tab = (opens in a new tab)
unencrypted = not encrypted
unlinked = not linked
no-source = No source is given.

## Timeline

timeline-name = Timeline from { $from } to { $to }: { $count ->
    [one] one item
   *[other] { $count } items
}
timeline-help = Arrow keys go from item to item, Enter opens one, plus and minus zoom, Page Up and Page Down move, 0 shows all.
timeline-span = { $from } to { $to }
timeline-count = { $shown } of { $total } items in this span
timeline-hidden = { $count ->
    [one] One item is hidden by filters.
   *[other] { $count } items are hidden by filters.
}
timeline-none = No item passes the filters: { $total } are hidden.
timeline-unplaced = Without a place on the axis
zoom-in = Zoom in
zoom-out = Zoom out
earlier = Earlier
later = Later
zoom-all = Whole span
zoom-start = As at the start
today = Today
data-current-to = Data current to
cluster = { $count ->
    [one] one more item
   *[other] { $count } more items
} here, { $from } to { $to }
cluster-title = { $count ->
    [one] One item here
   *[other] { $count } items here
}
cluster-zoom = Zoom in here
planned = planned
item-name = { $date }: { $title }
legend-event = event
legend-law = law or regulation
legend-meeting = meeting
legend-draft = draft or plan
legend-report = report or publication
legend-span = span
legend-planned = planned
legend-approximate = about then
legend-unknown = end not known
legend-open = goes on
legend-bound = before or after
legend-uncertain = doubtful date
legend-within = some time in this month or year
tracks-shown = Tracks
no-year = Open to the past
column-end = Last day
column-track = Track
column-sort = Kind
show-on-timeline = Show on the timeline

## Opened item

note = Note
recorded-on = Recorded on { $date }
follows = What it follows
followed-by = What follows it
relation-supersedes = replaces
relation-amends = amends
relation-implements = implements
relation-derives-from = derives from
relation-continues = continues
inverse-supersedes = replaced by
inverse-amends = amended by
inverse-implements = implemented by
inverse-derives-from = basis of
inverse-continues = continued by
concerns = Concerns
versions = Versions
version-count = { $count } versions
events = Events
event = Event
meeting = Meeting
targets = Targets
actors = Who acted
instruments = Policy acts
stages = Stages
issuers = Issued by
part-of = Part of
previous-dates = Earlier dates, since moved
alternative = Another source says:
range = Range
native = Original term
meaning = Meaning
was = It said
now = It says
why = Why
number = Number
track = Track
not-comparable = Not to be compared with its neighbours.
whole-series = All values of this measure
due = Due
set-by = Set by
measured-by = Measured by
topics = Topics
organisers = Held by
agenda = Agenda
of-whole = of
people = Named persons
organisations-count = { $count ->
    [one] One organisation named
   *[other] { $count } organisations named
}
outcomes = What came of it
seat = Seat
parent = Belongs to
named-in = Named in
publisher = Publisher
published = Published
accessed = Read on
accessed-as = Read as
language = Language
archived = Archive
archived-copy = Archived copy
not-recorded = not recorded
asked-by = Asked by
response = Answer
result = Result
raised-at = Raised at
basis = Records
basis-full = the whole catalogue
basis-partial = part of a whole catalogue
basis-delta = changes only
stated-total = Stated total
recorded = Recorded here
entries-count = { $count ->
    [0] no entries
    [one] one entry
   *[other] { $count } entries
}
entries = Entries

## Words of the data format

grade-official = official
grade-reported = reported
grade-translated = translated
grade-inferred = inferred
grade-assumption = assumption
confidence-high = well founded
confidence-medium = fairly founded
confidence-low = doubtful
presence-speaker = speaker
presence-present = present
presence-apologies = apologies
presence-not-named = not named
presence-unknown = unknown
change-added = added
change-removed = removed
change-moved = moved
change-changed = changed
change-restored = restored
regime-certification = certification
regime-self-declaration = self-declaration
regime-self-declaration-a = self-declaration A
regime-self-declaration-b = self-declaration B
part-corrections = corrections
part-sources = sources
part-actors = organisations
part-tracks = tracks
part-events = events
part-instruments = policy acts
part-series = measures
part-targets = targets
part-catalogues = catalogues
part-meetings = meetings
part-positions = requests
part-disputes = disputes
part-figures = figures
part-views = pages
part-story = steps
part-glossary = terms
language-en = English
language-zh = Chinese
language-zh-hans = Chinese (simplified)
language-zh-hant = Chinese (traditional)
language-ja = Japanese
language-it = Italian
language-de = German
language-fr = French

## Pages of documents, attendance, catalogue and the data set itself

texts-none = This figure names no items.
documents-status-on = Where each stands on { $date }, by its recorded stages.
documents-data-to = The data are current to { $date }.
documents-count = { $shown } of { $total } policy acts
documents-none = No policy act passes the filters.
documents-by-kind = By kind
documents-by-status = By status
documents-positions = { $count ->
    [one] One request concerns it
   *[other] { $count } requests concern it
}
status-proposed = proposed
status-open = open for comment
status-adopted = adopted, not yet in force
status-in-force = in force
status-grace = in force, in transition
status-ended = repealed or superseded
status-withdrawn = withdrawn
status-unknown = not known
status-unknown-no-stage = not known: no stage is recorded
status-unknown-before = not known: all recorded stages come later
status-unknown-no-effect = issued; no day of effect is recorded
status-unknown-inexact = not known: a date is not exact enough
status-unknown-undated = not known: a date has no year
status-unknown-disputed = not known: sources disagree on a date
status-with-stage = { $status } ({ $stage })
status-amended = amended
status-amended-unknown = perhaps amended: the date is not exact enough
positions-none = This briefing records no requests.
targets-none = This briefing records no targets.
target = Target
latest-measured = Latest measured value
attendance-no-meeting = The figure names no meeting of this briefing.
attendance-not-stated = No source states how many came.
attendance-named = { $count ->
    [one] One organisation is named
   *[other] { $count } organisations are named
}
attendance-named-only = Those that sources name; there may have been more.
attendance-open = { $qualifier ->
    [at-least] This many or more: how many more, no source says.
   *[other] More than this: how many more, no source says.
}
attendance-shares = Shares as stated
attendance-shares-of = Shares as stated, of { $whole }
attendance-not-computed = No numbers of people are computed from them.
attendance-apart = One sign is one organisation that a source names. These { $count } are organisations, not participants; as participants the sources state { $stated }.
attendance-organisation = { $organisation }: { $capacity }, { $seat }
attendance-by-seat = By seat
attendance-talks = Who spoke about what
seat-not-stated = seat not stated
shares-whole = The shares stated come to { $sum }%.
shares-miss = The shares stated come to { $sum }%, not to 100%: { $cause ->
    [rounding] they are rounded.
    [non-exclusive] one may count in several.
    [error] the source is in error.
   *[other] the source does not say why.
}
pins-title = What happened meanwhile
series-disputes = { $count ->
    [one] Where sources disagree: 1 case
   *[other] Where sources disagree: { $count } cases
}
shown-on = Shown on
meetings-participants = Participants
meetings-missing = No number of participants stated
meetings-list = All meetings
column-participants = Participants
column-who = Who is counted
meetings-stated = A number of participants is stated for { $stated } of { $total } meetings.
matrix-said = { $rows } organisations that are named at two or more of the { $columns } meetings with named organisations. An empty cell means that no source names them there.
matrix-none = No organisation is named at two or more meetings.
matrix-organisation = Organisation
matrix-count = Meetings
matrix-not-named = not named
matrix-entry = { $organisation }: { $capacity }, { $meeting }, { $date }
matrix-total = Organisations shown
matrix-months = The numbers above the columns are months.
matrix-bands = Beside each name: meetings in these years / all meetings.
catalogue-none = This briefing holds no catalogue.
catalogue-bases = Each version is marked as the whole catalogue, as part of a whole catalogue where only part could be read, or as changes only. Numbers are those that sources state; none is computed.
catalogue-on = On { $date }
catalogue-whole = In force
catalogue-changed = Changed since by
catalogue-ahead = Announced, not yet in force
catalogue-open = Not known whether in force: no date, or one that is not exact enough
catalogue-unknown = not known: no whole version with a date is recorded
catalogue-by-version = By version
catalogue-by-category = By category
catalogue-same = Each category stands once. Entries are together where versions give their category the same number, or the same name in one language; all names are as the versions give them. A version that is not listed under a category may still hold it where only part of that version is recorded.
catalogue-no-category = No category stated
catalogue-also = Also:
catalogue-in-versions = { $count ->
    [one] Listed in one version
   *[other] Listed in { $count } versions
}
products-count = { $count ->
    [one] one product
   *[other] { $count } products
}
about-holds = What it holds
about-values = Measured values
about-disputes = { $count ->
    [one] One point on which sources disagree
   *[other] { $count } points on which sources disagree
}
about-corrections = Corrections
about-glossary = Terms
about-report = How to report an error
about-report-contact = Write to the contact above. Name the item: the link of its panel (“Copy link”) says exactly which one.
about-report-publisher = Tell the publisher named above. Name the item: the link of its panel (“Copy link”) says exactly which one.
about-privacy = Privacy
about-accessibility = Accessibility
about-accessibility-text = Every item that can be seen can be reached by keyboard and has a name; each figure has a table or list with the same content. The aim is WCAG 2.2, level AA.

## Comparison

change-kept = the same
column-field = Field
column-category = Category
compare-with = Compare with…
compare-first = Compare
compare-second = with
compare-do = Compare
compare-close = Close the comparison
compare-choose = Choose a policy act
compare-needs-two = Only versions that record the whole catalogue can be compared, and this briefing holds { $count ->
    [0] none
    [one] only one
   *[other] { $count } of them
}. The others record a part of the catalogue or changes only.
compare-option = { $version } ({ $why })
compare-no-entries = no entries
compare-title = { $a } and { $b } side by side
compare-told = From { $a } to { $b }: { $removed }, { $added }, { $changed }, { $kept }.
compare-removed = { $count } removed
compare-added = { $count } added
compare-changed = { $count } changed or recorded differently
compare-kept = { $count } the same
compare-list-removed = Removed: { $names }.
compare-list-added = Added: { $names }.
compare-list-changed = Changed or recorded differently: { $names }.
compare-versions = The two versions
compare-acts = The two policy acts
compare-absent = not listed
compare-sources = Sources of { $version }
compare-status = Status on { $date }
compare-moved = { $date } (before: { $previous })
compare-sorts = Two versions of one catalogue or two policy acts can stand side by side; these two cannot ({ $a }, { $b }).
compare-same = “{ $name }” does not differ from itself. Choose another one.
compare-catalogues = These are versions of two catalogues. Only versions of one catalogue are compared.
compare-partial = “{ $version }” records a part of a whole catalogue only: what it does not list may still be in the catalogue. Only versions that record the whole catalogue are compared.
compare-delta = “{ $version }” records changes only: what it does not list may still be in the catalogue. Only versions that record the whole catalogue are compared.
compare-empty = No entry of “{ $version }” is recorded, so that there is nothing to compare.
compare-grain = “{ $a }” lists whole categories and “{ $b }” products: no entry of one can be found in the other.
translated-by = translated by { $name }
source-read-as = read as { $form }
cite-by-hand = Copy this text:

## Deadlines

deadline-what-comments = Comments close
deadline-what-effective = Takes effect
deadline-what-enforced = Enforced
deadline-what-grace = Transition ends
deadline-what-target = Due
deadline-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
deadline-days-range = { $least } to { $most } days
deadline-working = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
deadline-working-range = { $least } to { $most } working days
deadline-both = { $days } ({ $working })
deadline-open-for = Consultation open { $elapsed }; { $left } left as of { $date }.
deadline-opens = { $what }: { $deadline }. Consultation opens: { $opens }. { $left } left as of { $date }.
deadline-coming = { $what }: { $deadline }. { $left } left as of { $date }.
deadline-between = { $what }: { $deadline }, not known to the day. { $left } left as of { $date }.
deadline-perhaps-passed = { $what }: { $deadline }, not known to the day. It may have passed by { $date }; at most { $most } are left.
deadline-not-known = { $what }: { $deadline }, not known to the day. The days left cannot be counted.
deadline-last-day = { $what }: { $deadline }. This is the last day.
deadline-first-day = { $what }: { $deadline }. This is the day.
deadline-passed = { $what }: { $deadline }, { $ago } before { $date }.
deadline-was-open = The consultation was open { $elapsed }.
deadline-ended = As of { $date } the act is { $status }.
deadline-weekends = Working days leave out weekends only: no holidays are listed for part of this time.
deadline-moved = Moved from { $was }.
deadline-moved-later = Moved from { $was }, { $by } later.
deadline-moved-earlier = Moved from { $was }, { $by } earlier.
deadline-moved-why = Reason: { $reason }.
deadline-moved-sources = Source: { $sources }.

## Calendar files

calendar-stage = { $stage }: { $title }
calendar-source = Source: { $source }

## Citations and notes

cite-formats = Citation for a reference manager
cite-page = Cite this page
cite-bibtex = BibTeX
cite-ris = RIS (Zotero, EndNote, Mendeley)
cite-csl = CSL-JSON
cite-text = Plain text
cite-fingerprint = SHA-256 of the briefing’s file: { $digits }
cite-computing = Computing the fingerprint of the briefing…
cite-join = { ", " }
cite-copied = Citation copied.
copy = Copy
copy-named = Copy: { $name }
download = Download
download-named = Download: { $name }
span-shown = Period shown: { $from } to { $to }
span-earliest = the earliest date
span-latest = the latest date
note-title = { $title }: briefing note
note-cut = Only the first { $shown } of { $count } items are here.
note-sources = Sources
note-source = Source { $number }
note-disputes = Sources disagree
note-archived = archived copy: { $url }
note-add = Add to note
note-remove = Take out of the note
note-added = Added to the note: { $count ->
    [one] one item
   *[other] { $count } items
}.
note-removed = Taken out of the note. { $count ->
    [0] It is empty now.
    [one] It holds one item.
   *[other] It holds { $count } items.
}
note-make = Briefing note
note-of-page = { $count ->
    [one] What this page shows (one item)
   *[other] What this page shows ({ $count } items)
}
note-of-list = { $count ->
    [0] The items you add (none yet)
    [one] The items you added (one)
   *[other] The items you added ({ $count })
}
note-which = What the note is on
note-empty = There is no item here. Open an item and choose “Add to note”.
note-empty-page = This page shows no items.
note-markdown = Copy as Markdown
note-markdown-file = Markdown
note-html-file = HTML for Word
note-print = Print this note
note-copied = Note copied as Markdown.
page-tools = Take this page away

## The guided story

story-step = Step { $at } of { $count }
story-back = Back
story-next = Next
story-steps = All steps
story-others = Other stories
story-close = Leave the story
story-present = Full screen

## More units that the briefings at hand use

unit-provinces = { $count ->
    [one] province
   *[other] provinces
}
unit-chapters = { $count ->
    [one] chapter
   *[other] chapters
}
unit-sections = { $count ->
    [one] section
   *[other] sections
}
unit-articles = { $count ->
    [one] article
   *[other] articles
}
unit-items = { $count ->
    [one] item
   *[other] items
}
unit-centres = { $count ->
    [one] centre
   *[other] centres
}
unit-symposiums = { $count ->
    [one] symposium
   *[other] symposiums
}
unit-areas = { $count ->
    [one] area
   *[other] areas
}
unit-tasks = { $count ->
    [one] task
   *[other] tasks
}

## New since the last look

news = New since you last looked
news-keeps = Nothing is kept unless you switch this on. Then this browser keeps one entry in its local storage, “{ $key }”: the id of each item and a short number that stands for what it says. It stays on this device and is sent nowhere; who else uses this browser can find it. “Forget” removes it at once.
news-switch = Tell me what is new since I last looked
news-none = Nothing is new since all was marked as seen.
news-new = { $count ->
    [one] { $count } new item
   *[other] { $count } new items
}
news-changed = { $count ->
    [one] { $count } changed item
   *[other] { $count } changed items
}
news-gone = { $count ->
    [one] { $count } item is gone
   *[other] { $count } items are gone
}
news-more = and { $count } more
news-seen = Mark all as seen
news-forget = Forget
news-marked = All is marked as seen.
news-forgotten = Forgotten: nothing is kept any more.
news-refused = Not available here: the browser does not let this page keep anything.
news-large = Not available for a briefing with so many items.
news-full = The browser refused to keep this.
news-unread = What was kept cannot be read. Mark all as seen to start anew, or forget it.

## The page inside another page, and the code for that

embed-full = Open in full
embed-file = The frame around this page may not let files through. If “{ $name }” did not come, copy it from here:
embed-picture = The frame around this page may not let files through. If “{ $name }” did not come, take it from the whole page:
embed-make = Embed
embed-lead = This code puts the view into another web site. The events stand in it as plain text with their sources, so that something can be read where scripts and frames are removed.
embed-form = Code
embed-form-element = script and element
embed-form-frame = plain frame
embed-height = Height
embed-height-auto = as needed
embed-view = Shows
embed-view-this = this view as you see it
embed-view-start = the start page
embed-language = Language
embed-language-any = that of each reader
embed-copied = The code was copied
embed-nowhere = This page has no address on the web. Publish it first; the code then names that address.
embed-more = { $count ->
    [one] One more event
   *[other] { $count } more events
}
offline = Offline file
offline-hint = One HTML file with this briefing and the whole page; it opens by double click, without a network.
offline-made = The offline file is made.
offline-failed = The offline file could not be made: its parts could not be loaded. Check your connection and try again.
seal-verified = File unchanged since it was made: data { $hash }…
seal-altered = This file was altered: it is not what its seal says. Get it again from where it comes from. Data { $hash }…
seal-data = SHA-256 of the data
seal-app = SHA-256 of the page
seal-same = as the file says
seal-differs = not what the file says
seal-honest = This compares the file with its own statement, which tells of accidents, not of forgers: whoever alters a file can alter that too. “annals verify” checks the whole file, and the signature where there is one.
seal-signed = The file states a signature, which the page does not check: “annals verify” does. Fingerprint of the public key:
