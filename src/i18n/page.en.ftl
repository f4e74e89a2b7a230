# Texts of the page that its first view needs.

## Start, loading, failure

loading = Reading the briefing…
checking = Checking the briefing…
failure-title = This briefing cannot be shown
failure-code = Code: { $code }
at-place = (line { $line }, column { $column })
deferred-failed = A part of this page could not be loaded. Check your connection and try again.
retry = Try again

## Frame

skip = Skip to content
search = Search
filters = Filters
look-back = As of
keys = Keys
pages = Pages
theme = Colours
theme-auto = System colours
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
share = Copy link
story = Guided story
share-by-hand = Copy this address:
link-copied = The link to this view was copied
print = Print
edition = Edition
current-to = Data current to { $date }
privacy = This page sets no cookie, stores nothing unless you ask, and asks no other site for anything.
no-views = This briefing has no pages.

## Notices

notices = Notices
findings-count = { $count ->
    [one] One finding in the data
   *[other] { $count } findings in the data
}

## Pages that every briefing has

view-overview = Overview
view-timeline = Timeline
view-sources = Sources
view-summary-overview = What this is, and what is coming
view-summary-timeline = What happened when
view-summary-sources = What it all rests on

## Card

card-current-to = Data current to
card-publisher = Published by
card-edition = Edition
card-licence = Licence
card-contact = Contact
card-method = How this was made, and what is missing

## Figures

figure-missing = The figure “{ $id }” is not in this briefing.
figure-unknown = This version cannot draw figures of the kind “{ $kind }”.
figure-values = Key figures
figure-upcoming = What is coming
figure-deadlines = Deadlines
figure-activity = Items by year
figure-series = Values over time
figure-views = Where to go
figure-sources = All sources
figure-timeline = Timeline
disputed = sources disagree
sources-count = { $count ->
    [0] no source
    [one] one source
   *[other] { $count } sources
}
upcoming-since = After { $date }, the day to which the data are current
upcoming-none = The data name nothing that lies after the day to which they are current.
upcoming-unknown = The briefing does not say to which day it is current.
upcoming-passed = This day has passed since the data were collected
upcoming-now = under way
upcoming-in-days = { $count ->
    [one] in one day
   *[other] in { $count } days
}
activity-description = Number of items in this briefing by the year they begin in, from { $from } to { $to }. It counts what this briefing records, not all that happened.
activity-year = { $count ->
    [one] { $year }: one item
   *[other] { $year }: { $count } items
}
activity-unplaced = { $count ->
    [one] One item has no year and is not counted.
   *[other] { $count } items have no year and are not counted.
}
series-then = { $first } { $next }
series-titled = { $title }. { $sentence }
column-value = Value
column-remarks = Remarks
column-sources = Sources
save-svg = Save picture
save-csv = Save table
table-year = Year
show-table = Show as table
figure-line = Values over time
unit-title = { $unit }
figure-multiples = Values over time, side by side
base-part = { $part } of { $base }
base-alone = out of { $base }
base-not-stated = out of how many is not stated
sentence = { $words }.
told-more = { $count ->
    [one] And one more
   *[other] And { $count } more
}
save-png = Save picture
save-json = Save data
png-refused = This browser could not make the picture. The SVG holds the same.
copy-cited = Copy with source
cited-copied = Copied with its sources.
save-options = File options
figure-dots = Values compared
figure-bars = Values as bars
figure-slope = From one time to another

## Timeline

timeline-empty = No item lies in this span.
track-other = Other events
track-meetings = Meetings
track-collapse = Fold { $track }, { $count ->
    [one] one item shown
   *[other] { $count } items shown
}
track-expand = Unfold { $track }, { $count ->
    [one] one item shown
   *[other] { $count } items shown
}
legend = Shapes
column-date = Date
column-title = Title

## Opened item

sources = Sources
meetings = Meetings
positions = Requests by stakeholders
date = Date
value = Value
place = Place
attendance = Who came

## Dates and numbers

span = { $from } to { $to }
percent = { $value }%
with-unit = { $value } { $unit }
quantity-exact = { $value }
quantity-about = about { $value }
quantity-more-than = more than { $value }
quantity-at-least = at least { $value }
quantity-at-most = at most { $value }
quantity-less-than = less than { $value }

## Words of the data format

sort-correction = Correction
sort-source = Source
sort-actor = Organisation
sort-track = Track
sort-event = Event
sort-instrument = Policy act
sort-stage = Stage
sort-series = Measure
sort-observation = Value
sort-target = Target
sort-catalogue = Catalogue
sort-version = Catalogue version
sort-entry = Catalogue entry
sort-meeting = Meeting
sort-agenda = Agenda item
sort-person = Person
sort-total = Number of participants
sort-group = Share of participants
sort-organisation = Organisation at a meeting
sort-outcome = Outcome
sort-position = Request
sort-dispute = Sources disagree
sort-claim = Claim
sort-figure = Figure
sort-view = Page
sort-step = Step
sort-term = Term
stage-announced = announced
stage-drafted = drafted
stage-consultation-opened = consultation opens
stage-comments-close = comments close
stage-adopted = adopted
stage-published = published
stage-effective = takes effect
stage-enforced = enforced
stage-grace-ends = transition ends
stage-amended = amended
stage-repealed = repealed
stage-superseded = superseded
stage-withdrawn = withdrawn
kind-law = law
kind-regulation = regulation
kind-announcement = announcement
kind-plan = plan
kind-draft = draft
kind-meeting = meeting
kind-publication = publication
kind-milestone = milestone
kind-report = report
kind-strategy = strategy
kind-standard = standard
kind-other = other
kind-government = government
kind-standards-body = standards body
kind-association = association
kind-company = company
kind-ngo = NGO
kind-academia = academia
kind-research = research
kind-certification-body = certification body
kind-intergovernmental = intergovernmental
kind-project = project
kind-in-person = in person
kind-online = online
kind-hybrid = hybrid
kind-unknown = format not stated

## Units that the briefings at hand use

unit-products = { $count ->
    [one] product
   *[other] products
}
unit-standards = { $count ->
    [one] standard
   *[other] standards
}
unit-categories = { $count ->
    [one] category
   *[other] categories
}
unit-product-groups = { $count ->
    [one] product group
   *[other] product groups
}
unit-enterprises = { $count ->
    [one] enterprise
   *[other] enterprises
}
unit-agencies = { $count ->
    [one] agency
   *[other] agencies
}
unit-certificates = { $count ->
    [one] certificate
   *[other] certificates
}
unit-bodies = { $count ->
    [one] body
   *[other] bodies
}
unit-people = { $count ->
    [one] person
   *[other] people
}
unit-months = { $count ->
    [one] month
   *[other] months
}
unit-organisations = { $count ->
    [one] organisation
   *[other] organisations
}
unit-experts = { $count ->
    [one] expert
   *[other] experts
}
unit-members = { $count ->
    [one] member
   *[other] members
}
unit-countries = { $count ->
    [one] country
   *[other] countries
}
unit-product-types = { $count ->
    [one] product type
   *[other] product types
}
unit-laboratories = { $count ->
    [one] laboratory
   *[other] laboratories
}
unit-years = { $count ->
    [one] year
   *[other] years
}
unit-committees = { $count ->
    [one] committee
   *[other] committees
}
unit-participants = { $count ->
    [one] participant
   *[other] participants
}
unit-working-days = { $count ->
    [one] working day
   *[other] working days
}
unit-departments = { $count ->
    [one] department
   *[other] departments
}
unit-proposals = { $count ->
    [one] proposal
   *[other] proposals
}
unit-secretariats = { $count ->
    [one] secretariat
   *[other] secretariats
}

## Pages of documents, attendance, catalogue and the data set itself

view-documents = Documents
view-deadlines = Deadlines
view-attendance = Attendance
view-about = About
view-summary-documents = Policy acts, their stages, and where they stand
view-summary-deadlines = What is still open, and how many days are left
view-summary-attendance = Who met whom, about what
view-summary-about = What this data set is, and how far it can be relied on
figure-texts = What was said
figure-observations = Measured values
figure-documents = Policy acts
figure-positions = What was asked, and what came of it
figure-targets = Targets and what was reached
figure-catalogue = The catalogue by version and by category
figure-attendance = Who came
figure-meetings = Meetings and their participants
figure-matrix = Organisations across meetings
figure-flow = How the catalogue changed
figure-lineage = Where policy acts come from
figure-calendar = What happened in which month
figure-units = So many
figure-about = About this data set
sources-disagree = sources disagree
not-stated = not stated
kind-not-stated = Kind not stated

## Comparison

comparison = Comparison
