# What loading finds in a briefing. One message per code, in kebab case; the remedy says what to do.
# Sentences without full stop. Variables are texts.

## What a document must be

data-encoding = { $found ->
        [utf-16] The file is in UTF-16, not in UTF-8
        [utf-32] The file is in UTF-32, not in UTF-8
        [gzip] The file is compressed (gzip)
        [zstd] The file is compressed (zstd)
        [zip] The file is a ZIP archive, or a spreadsheet or text document, which are ZIP archives too
        [office] The file is an old office document
        [pdf] The file is a PDF document
       *[other] Here the file is not UTF-8 text (byte { $value })
    }
    .remedy = { $found ->
        [gzip] Unpack it first; a server that compresses must say so in the header Content-Encoding
        [zstd] Unpack it first; a server that compresses must say so in the header Content-Encoding
        [zip] Unpack it, or turn a spreadsheet into a briefing with “annals import”
        [office] Save it as XLSX and use “annals import”
        [pdf] Give the JSON file of the briefing
       *[other] Save the file as UTF-8
    }
data-html = { $found ->
        [xml] XML came instead of a briefing
       *[html] A web page came instead of a briefing
    }
    .remedy = Check the address: servers answer with a web page when a file is missing, after a redirect, or before a login
data-syntax = { $hint ->
        [empty] The file is empty
        [truncated] The file ends in the middle
        [trailing-comma] There is a comma after the last element
        [extra-comma] There is a comma with nothing before it
        [missing-comma] A comma is missing before this
        [comment] JSON has no comments
        [single-quotes] JSON texts stand in double quotes, not in single ones
        [smart-quotes] JSON texts stand in straight quotes ("), not in typographic ones ({ $value })
        [wide-mark] “{ $value }” is a full-width mark; JSON uses the narrow one
        [invisible] An invisible character ({ $value }) stands outside of texts
        [unquoted-key] A key without quotes
        [unquoted-text] A text without quotes
        [nan] NaN and Infinity are not numbers in JSON
        [word] JSON knows true, false and null, in small letters
        [number] This is not how JSON writes numbers
        [line-break] A text has a line break in it, or its closing quote is missing
        [control] A text has a control character ({ $value }) in it
        [escape] A backslash is followed by something JSON does not know
        [wrong-bracket] The bracket that closes is not of the kind that was opened
        [colon] A colon is missing after the key
        [comma] Here a comma or a closing bracket is expected, not “{ $value }”
        [key] Here a key in double quotes is expected, not “{ $value }”
        [end] Something follows after the end of the document
       *[value] Here a value is expected, not “{ $value }”
    }
    .remedy = { $hint ->
        [empty] Check whether saving or downloading was complete
        [truncated] Check whether saving or downloading was complete; else a closing bracket or quote is missing
        [trailing-comma] Remove the comma
        [extra-comma] Remove the comma
        [missing-comma] Put a comma between the two
        [comment] Remove the comment, or put it into a “note”
        [single-quotes] Use double quotes
        [smart-quotes] Use straight double quotes; word processors change them
        [wide-mark] Type it with the input method switched off
        [invisible] Delete the character; it often comes along when text is copied
        [unquoted-key] Put the key in double quotes
        [unquoted-text] Put the text in double quotes
        [nan] Leave the field out where no value is known
        [number] Write digits with a decimal point, as 0.5 or 1200
        [line-break] Write \n for a line break
        [control] Delete the character, or write it as \u and four digits
        [escape] Write \\ for a backslash
        [end] One file holds one document; put several items into one list
       *[other] Look at what stands just before this place, too
    }
data-limit = { $what ->
        [size] The document is too large: { $value }, at most { $limit } can be read
        [depth] Brackets are nested too deeply; at most 64 levels can be read
        [string] One text is too long; at most 1 MiB can be read
       *[keys] The document has too many fields
    }
    .remedy = { $what ->
        [size] Divide it into several briefings
        [string] Divide the text, or link to it as a source
       *[other] Check how the file was made
    }
data-schema = { $what ->
        [object] A briefing is an object in curly brackets; this is something else ({ $found })
        [missing] This is JSON, but not a briefing: it does not say "annals": 1
       *[version] The version of the data format is not one that exists: { $value }
    }
    .remedy = { $what ->
        [object] Begin the document with {"{"} "annals": 1, "id": …
        [missing] Add "annals": 1 if it is meant to be one
       *[version] Write "annals": 1
    }
version = This briefing is in version { $value } of the data format; this Annals reads up to version { $expected }
    .remedy = Use a newer Annals

## Types and fields

type-expected = { $expected ->
        [object] an object
        [list] a list
        [string] a text in quotes
        [text] a text, or texts by language
        [number] a number
        [boolean] true or false
        [date] a date in quotes
        [id] an id in quotes
       *[other] { $expected }
    }
type-found = { $found ->
        [object] an object
        [list] a list
        [string] a text
        [number] a number
        [boolean] true or false
        [null] null
       *[other] { $found }
    }
duplicate-key = The key “{ $field }” stands twice in one object, first at line { $other_line }, column { $other_column }; the last one counts
    .remedy = Remove or rename one of the two
wrong-type = This should be { type-expected }, but is { type-found }
    .remedy = { $expected ->
        [list] Put it in square brackets, even if there is only one
        [number] Write the number without quotes, with a decimal point
       *[other] Leave the field out where nothing is known
    }
field-missing = The field “{ $field }” is missing
    .remedy = Add it: the rest is left out without it
field-unknown = The format has no field “{ $field }” here
    .remedy = { $suggestion ->
        [none] Remove it, or put it into “note”
       *[other] Did you mean “{ $suggestion }”?
    }
choice-invalid = “{ $value }” is not possible here
    .remedy = { $suggestion ->
        [none] Use one of: { $expected }
       *[other] Did you mean “{ $suggestion }”? Possible are: { $expected }
    }
choice-unknown = “{ $value }” is not one of the usual words
    .remedy = { $suggestion ->
        [none] Usual are: { $expected }
       *[other] Did you mean “{ $suggestion }”? Usual are: { $expected }
    }

## Texts, languages, dates, numbers, addresses

text-empty = The text is empty
    .remedy = Write something or leave the field out
text-control = The text has a character that cannot be seen ({ $character })
    .remedy = Delete it, unless it is needed
text-broken = A text has half of a character pair (\uD800 to \uDFFF) in it
    .remedy = Write both halves, or the character itself
language-invalid = “{ $value }” is not a language tag
    .remedy = Use tags as “en”, “zh-Hans” or “de-AT”
languages-missing = The languages of the texts are not stated; English is assumed
    .remedy = Add "languages": ["en"], the language of bare texts first
date-invalid = “{ $value }” is not a date: { $reason }
    .remedy = Write dates as 2024, 2024-05 or 2024-05-17 (EDTF, ISO 8601-2)
date-not-placed = “{ $value }” lies beyond the years that timelines can show
    .remedy = Nothing need be done: the date is listed, not placed
end-before-start = The end, { $value }, is before the start, { $other }
    .remedy = Exchange the two or correct one
number-inexact = { $value } would be shown as { $other }
    .remedy = Write it as a text, or round it to at most 15 digits
number-range = A number is too large to be read
    .remedy = Use a larger unit
range-order = The value { $value } and its range from { $low } to { $high } do not fit together
    .remedy = The lower end comes first, the value lies between the two
link-refused = { $reason ->
        [scheme] “{ $value }” is not a kind of address that is linked
        [relative] “{ $value }” is not a full address
        [space] “{ $value }” has spaces or characters that cannot be seen
        [character] “{ $value }” has characters that addresses cannot have
        [user] “{ $value }” has a user name before the host, which hides where it leads
        [host] “{ $value }” does not name a host
        [mailbox] “{ $value }” is not a mail address
        [http] “{ $value }” is not encrypted, which is allowed for sources only
        [long] The address is too long
       *[empty] The address is empty
    }
    .remedy = { $reason ->
        [space] Remove them, or write %20 for a space
        [http] Use https
       *[other] Write a full address that begins with https:// or mailto:
    }
url-http = “{ $value }” is not encrypted
    .remedy = Use https where the site offers it

## Ids and links between items

id-invalid = “{ $value }” is not an id
    .remedy = { $suggestion ->
        [none] Use small letters and digits, with single dots, hyphens or underscores between them
       *[other] Use small letters and digits, with single dots, hyphens or underscores between them: “{ $suggestion }”
    }
duplicate-id = Another item has the id “{ $value }”, at line { $other_line }, column { $other_column }; this one is left out
    .remedy = Give one of them another id
alias-taken = “{ $value }” is both an id and a former id, see line { $other_line }, column { $other_column }
    .remedy = Remove it from “aliases”
ref-unknown = There is no item “{ $value }”
    .remedy = { $suggestion ->
        [none] Correct the id or add the item
       *[other] Did you mean “{ $suggestion }”?
    }
ref-part = “{ $value }” is an item of “{ $found }”; here one of “{ $expected }” is expected
    .remedy = Name the right item
parent-cycle = “{ $value }” cannot be the parent: the items would be parts of each other
    .remedy = Remove one of the parents
relation-cycle = The relations lead over “{ $value }” back to this act: the acts would come from one another
    .remedy = Remove one of the relations; each leads from the later act to the earlier one
track-depth = Tracks have two levels; this one would be on a third
    .remedy = Choose a parent that has none itself

## Evidence and totals

unsourced = “{ $value }” has dates or numbers without a source (“{ $field }”)
    .remedy = Add “sources”, or "grade": "assumption"
shares-total = The shares sum up to { $value } percent, not to 100 (tolerance { $tolerance })
    .remedy = Correct them, or state a “tolerance”, or in “cause” why: rounding, non-exclusive, error or unknown
catalogue-total = The lines stand for { $value } products; the source states { $expected }
    .remedy = Complete the lines, or set "basis": "partial"

## The briefing as a whole

licence-missing = No terms of use are stated
    .remedy = Add “licence”
as-of-missing = The day to which the data are current is not stated
    .remedy = Add “as_of”
overview-missing = There is no view “overview”; one is supplied
    .remedy = Add a view with the id “overview”
figure-baseline = Bars begin at zero, or their lengths would mislead; { $value } is not heeded
    .remedy = Remove "axis_from" and "axis_scale", or choose the kind "dots" or "line"
figure-units-differ = The series of this figure have different units ({ $value }); each unit is drawn in a panel of its own
    .remedy = Make a figure for each unit, or state the same unit for both
value-unknown = “{ $value }” leads to no number or date
    .remedy = Write the id of an item that has one, as in {"{{"}value:exports.2022{"}}"}
step-link = { $reason ->
        [key] The link of this step has the key “{ $key }”, which links do not know
        [value] In the link of this step “{ $value }” is no value for “{ $key }”
        [reader] The link of this step names “{ $key }”, which is for the reader to choose
        [view] The link of this step leads to the view “{ $value }”, which is not there
        [item] The link of this step names the item “{ $value }”, which is not there
        [filter] The link of this step filters “{ $key }” by “{ $value }”, which nothing has
       *[other] The link of this step is too long
    }
    .remedy = Copy the link of the view from the page, or correct this part
view-part-empty = This part of the view has neither text nor figure
    .remedy = Add one or remove the part
list-limit = The list has { $value } items; the first { $limit } are read
    .remedy = Divide it into several briefings
item-limit = The item has more than { $limit } values in it and is left out
    .remedy = Divide it into several items
internal-shape = The item could not be read although it passed the checks: { $reason }
    .remedy = This is a fault of Annals; please report it

## Why a text is no date

date-reason-empty = nothing is written
date-reason-length = it is too long
date-reason-character = it has a character that has no place in a date
date-reason-form = it follows no form of date
date-reason-ambiguous = it can be read as two different days
date-reason-padding = a year, month or day is not written with all its digits
date-reason-year = the year is not written as years are
date-reason-month = there is no such month or season
date-reason-day = the month has no such day
date-reason-time = the time of day is wrong or not allowed here
date-reason-qualifier = a ?, ~ or % stands where none is allowed
date-reason-unspecified = an X stands where no digit makes a date
date-reason-interval = the interval does not have two ends
date-reason-order = the start is later than the end
date-reason-set = the set is not closed or has a member that is no date
