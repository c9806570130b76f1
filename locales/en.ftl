# Everything that users read, in English. Plain language and "you". Names of Swedish authorities and places stay Swedish.
# One word for "insats": support programme. Search words are Swedish, since the records are.

## The frame

site-name = Insatskatalogen
site-tagline = Support for work and studies
title = { $page } – Insatskatalogen
skip-to-content = Skip to content
skip-to-hits = Skip to results
menu = Menu
menu-languages = Languages
menu-main = Main menu
menu-search = Find support
menu-overview = Overview
menu-about = About the catalogue
menu-easy-read = Easy read
footer-what = A shared catalogue of support for work, studies and a better everyday life in all of Sweden.
footer-help = Help
footer-how = How to search
footer-easy-read = Easy read
footer-glossary = Word list
footer-contact = Contact us
footer-site = About this website
footer-accessibility = Accessibility statement
footer-privacy = Personal data: we do not track you
footer-review = How the information is reviewed
footer-language = About the catalogue in English
footer-staff = For you who work with support
footer-compare = Compare support programmes
footer-overview = Overview and gaps
footer-open-data = Open data and API
footer-embed = Show the catalogue on your website
help-now = Do you need help now?
urgent-heading = You do not have to be alone with this
urgent-call = Call now
urgent-title = You do not have to be alone – call { $number }
urgent-later = Support in the longer run

## The search form

search-form = Find support
search-what = What do you want help with?
search-where = Where do you live?
search-age = How old are you?
search-in-swedish = Write in Swedish if you can, for example praktik (work placement), jobb (job) or skulder (debts).
search-go = Search

## The start page

start-title = Find support in your municipality
start-heading = Find support for work, studies and a better everyday life
start-lead =
    { $count ->
        [one] Search the catalogue, which has 1 support programme. It is free and you do not have to say who you are.
       *[other] Search { $count } support programmes in all of Sweden. It is free and you do not have to say who you are.
    }
start-empty = The catalogue is empty right now. Try again later.
start-examples = For example, in Swedish:
start-example-words = praktik | lära mig svenska | må bättre | skulder
start-urgent = Is it urgent? See numbers you can call
start-situations = What fits your situation?
start-situations-hint = Choose what fits best. You can change it later.
start-municipalities = Support in your municipality
start-show-municipalities = Show municipalities
start-no-municipalities = There are no support programmes in this county yet.
start-staff = Do you work with support?
start-staff-text = Search with more filters, compare support programmes side by side and print a summary for your meeting.
start-staff-link = Search with all filters
start-staff-gaps = See gaps in what is offered
start-current = How up to date the information is
start-current-text = Every page says where the information comes from and how old it is. It also says if anyone has checked it since then.
number-total =
    { $count ->
        [one] support programme in the catalogue
       *[other] support programmes in the catalogue
    }
number-municipalities =
    { $count ->
        [one] municipality has its own support programmes
       *[other] municipalities have their own support programmes
    }
number-organizations =
    { $count ->
        [one] organisation is named
       *[other] organisations are named
    }
number-reviewed = checked in the past 6 months
number-percent = { $share }%
unit =
    { $count ->
        [one] support programme
       *[other] support programmes
    }

## The search page

hits =
    { $count ->
        [one] 1 support programme
       *[other] { $count } support programmes
    }
hits-number = { $number } support programmes
hits-read =
    { $count ->
        [one] 1 support programme
       *[other] { $count } support programmes
    }
hits-all =
    { $count ->
        [0] No support programmes
        [one] 1 support programme
       *[other] { $count } support programmes
    }
hits-for =
    { $count ->
        [0] No support programmes for “{ $words }”
        [one] 1 support programme for “{ $words }”
       *[other] { $count } support programmes for “{ $words }”
    }
hits-in =
    { $count ->
        [0] No support programmes in { $place }
        [one] 1 support programme in { $place }
       *[other] { $count } support programmes in { $place }
    }
title-words =
    { $count ->
        [0] { $words } – no support programmes
        [one] { $words } – 1 support programme
       *[other] { $words } – { $count } support programmes
    }
title-page = { $page }, page { $number }
title-fault = Error: { $page }
sort-label = Sorting
sort-by = Sort by:
sort-relevance = Best match
sort-name = Name A–Ö
sort-updated = Last changed
sort-start = Start date
chosen =
    { $count ->
        [one] 1 chosen
       *[other] { $count } chosen
    }
chosen-label = Chosen filters
chosen-remove = Remove the filter
chosen-clear = Clear all filters
choice = { $filter }: { $value }
choice-age-strict = Only where the age is stated
choice-reach = Only what names the place
choice-broader = Broader target groups too
choice-ended-too = Ended ones too
choice-ended-only = Only ended ones
choice-updated-since = Changed since { $date }
value-not-stated = not stated
value-not-stated-long = No information
quoted = “{ $text }”
left-out-ended =
    { $count ->
        [one] 1 support programme that has ended is not shown.
       *[other] { $count } support programmes that have ended are not shown.
    }
left-out-broader =
    { $count ->
        [one] 1 support programme is for a broader target group and is not shown.
       *[other] { $count } support programmes are for a broader target group and are not shown.
    }
left-out-age =
    { $count ->
        [one] 1 support programme does not state an age and is not shown.
       *[other] { $count } support programmes do not state an age and are not shown.
    }
left-out-show =
    { $count ->
        [one] Show it too
       *[other] Show them too
    }
pages-label = Pages of results
pages-shown =
    { $count ->
        [one] Showing 1 support programme
       *[other] Showing { $from }–{ $to } of { $count } support programmes
    }
pages-previous = Previous
pages-next = Next
pages-page = page
pages-number = Page
past-end = This is the last page
past-end-text = There are not that many results.
print-list = Print the list

## No hits

few-lead = Few results. This gives more:
none-lead = We found nothing that fits all your choices. Try one of these:
none-filters = Change your filters
none-words = Search for something else
none-situations = Choose what is true for you instead
widen-ended = Show ended ones too
widen-without = Remove { $filter }
widen-no-filters = Remove all filters
widen-county = The same search in all of { $county }
widen-neighbours = Include the municipalities around { $municipality }
widen-spelling = Did you mean “{ $word }”?
widen-word = Search only for “{ $word }”
widen-everything = Show the whole catalogue
widen-then =
    { $count ->
        [one] shows 1 support programme
       *[other] shows { $count } support programmes
    }

## Filters. The names are also used with chosen filters and in error messages.

filter-heading = Filters
filter-close = Close
filter-municipality = Municipality
filter-county = County
filter-age = Age
filter-target_group = Who it is for
filter-referral = How to join
filter-method = Method
filter-activity = Activity
filter-organization = Organisation
filter-funder_type = Who pays
filter-funder = Organisation that pays
filter-kind = How it is run
filter-status = Status
filter-ends = End date
filter-level = Level
parameter-q = Search words
parameter-age_strict = Only stated ages
parameter-reach = Reach
parameter-broader = Broader target group
parameter-ended = Ended
parameter-updated_since = Changed since
parameter-sort = Sorting
parameter-page = Page
parameter-per_page = Results per page
parameter-interpret = Interpretation
parameter-lang = Language
parameter-columns = Columns
about-municipality = municipality
about-county = county
about-target_group = who the support is for
about-referral = how to join
about-method = method
about-activity = activity
about-organization = who is responsible
about-funder_type = who pays
about-funder = which organisation pays
about-kind = how the support is run
about-status = status
about-ends = the end date
about-level = level
lacking =
    { $count ->
        [one] 1 support programme has no information on { $what }.
       *[other] { $count } support programmes have no information on { $what }.
    }
lacking-show =
    { $count ->
        [one] Show it
       *[other] Show them
    }
more-municipality = Show more municipalities
more-county = Show more counties
more-target_group = Show more groups
more-referral = Show more ways to join
more-method = Show more methods
more-activity = Show more activities
more-organization = Show more organisations
more-funder_type = Show more
more-funder = Show more organisations
more-kind = Show more
more-status = Show more
more-ends = Show more
more-level = Show more
pick-county = Add a county
pick-target_group = Add a group
pick-referral = Add a way to join
pick-method = Add a method
pick-activity = Add an activity
pick-organization = Add an organisation
pick-funder_type = Add a type
pick-funder = Add an organisation
pick-kind = Add a kind
pick-status = Add a status
pick-ends = Add an end date
pick-level = Add a level
pick-nothing = Choose
pick-all-county = All counties
option-count = { $label } ({ $count })
write-age = How old is the person?
write-age-hint = For example 20 or 16–24.
write-municipality = Name of the municipality
write-municipality-hint = Write for example Växjö. Or choose a county to see its municipalities.
age-strict = Show only support programmes that state an age
age-note =
    { $count ->
        [one] 1 support programme does not state an age. It is shown, but further down.
       *[other] { $count } support programmes do not state an age. They are shown, but further down.
    }
switch-ended = Show ended ones too
apply = Show support programmes
apply-count = Show { $hits }

## Errors in the search

fault-heading = We did not understand everything
fault-rest = The rest of your search is shown below.
fault-meant = Did you mean
fault-age = We did not understand the age “{ $value }”. Write an age in numbers, for example 20.
fault-age-range = We did not understand the age “{ $value }”. Write an age between 0 and { $count }. If you write two, start with the lower one, for example 16–24.
fault-age-change = Change the age
fault-code = We did not understand “{ $value }” in the filter { $label }.
fault-former-code = The code “{ $value }” in the filter { $label } is no longer in use.
fault-code-and-name = The code and the name in “{ $value }” are two different places ({ $label }).
fault-word = We did not understand “{ $value }” ({ $label }). The page is shown without that choice.
fault-date = We did not understand the date “{ $value }”. Write year-month-day, for example 2026-01-31.
fault-number = We did not understand “{ $value }” ({ $name }). Write a number from 1 to { $count }.
fault-long = Write at most { $count } characters.
fault-many = Choose at most { $count } values at the same time ({ $name }).
fault-repeated = You can give only one value ({ $name }).

## Support programmes: on cards and pages

status-ongoing = Ongoing
status-planned = Planned
status-planned-from = Planned, starts { $date }
status-ends-soon = Ends soon: { $date }
status-ended = Ended
status-ended-on = Ended { $date }
status-unknown = Period not stated
review-stale = May be out of date.
review-done = The information was checked on { $date }
review-never = The information is from { $date } and has not been checked since
review-undated = The information has no date and has not been checked
age-one =
    { $age ->
        [one] 1 year
       *[other] { $age } years
    }
age-range = { $min }–{ $max } years
age-from = from { $age } years
age-to = up to { $age } years
age-not-stated = Age not stated
age-noted = { $ages }: { $note }
place-national = All of Sweden
place-all-of = all { $count } municipalities in { $county }
place-more =
    { $count ->
        [one] 1 more municipality
       *[other] { $count } more municipalities
    }
fact-where = Where
fact-paid-by = Paid by
fact-checked = Checked
list-comma = { ", " }
list-and = { $first } and { $last }
list-or = or

## One support programme

trail = You are here
trail-start = Home
also-called = Also called { $names }
checked-never = No
checked-not-since = No, the information is from { $date }
ended-title = Ended: { $name }
ended-heading = This support programme has ended
ended-when = End date: { $date }.
ended-when-month = End date: { $date }.
ended-text = You can no longer sign up.
superseded-heading = Another support programme continues this one
superseded-text = Ask about the new one first.
successor = It continues as { $name }
stale-heading = The information may be out of date
stale-call = Call before you go there.
stale-ask = Ask before you go there.
join-label = How to join, and tools
join-unknown = The source does not say how to join.
no-contact = We have no contact details.
no-contact-ask = We have no contact details. Ask { $owner }.
contact-call = Call { $number }
contact-page = Read more at { $host }
contact-named = { $name }: { $contact }
contact-phone = Phone
contact-email = Email
contact-web = Website
read-easy = Read in easy Swedish
read-all = Read the full text
print = Print
copy = Copy link
copy-done = The link is copied.
copy-failed = The link could not be copied.
add-to-compare = Add to comparison
section-easy = In easy Swedish
section-description = What you get
section-where = Place and contact
section-related = Belongs with
section-sources = Source and review
where-visit = Visit
where-hours = Times
cost-free = Free
cost-some = Costs money
interpreter-yes = Yes
interpreter-no = No
staff-routes = How to join
role-owner = Responsible
role-provider = Provider
role-funder = Funder
role-partner = Works together with
period-both = { $start } – { $end }
period-from = From { $start }, end not stated
period-to = Until { $end }, start not stated
period-unknown = Not stated
places =
    { $count ->
        [one] 1 place
       *[other] { $count } places
    }
hours-clock = { $hours }:{ $minutes }
hours = { $from }–{ $to }
hours-from = from { $from }
hours-to = until { $to }
weekday-MO = Mondays
weekday-TU = Tuesdays
weekday-WE = Wednesdays
weekday-TH = Thursdays
weekday-FR = Fridays
weekday-SA = Saturdays
weekday-SU = Sundays
language-sv = Swedish
language-en = English
language-ar = Arabic
language-so = Somali
language-fa = Persian
language-prs = Dari
language-ti = Tigrinya
language-uk = Ukrainian
language-ru = Russian
language-es = Spanish
language-fi = Finnish
language-pl = Polish
language-tr = Turkish
related-part-of = Part of
related-parts = Parts
related-succeeds = Continues
related-successors = Continued by
source-none = No source is stated.
source-from = The information comes from { $source }.
source-checked = It was checked on { $date }.
source-checked-by = It was checked on { $date } by { $organization }.
source-next = The next check is due by { $date }.
source-quotes =
    { $count ->
        [one] Show what the source says
       *[other] Show what the sources say ({ $count } places)
    }
source-supports = This is about: { $facts }.
stated-explicit = The source says so.
stated-inherited = The source says so about the larger support programme that this one is part of.
stated-inferred = It follows from the source, but the source does not say it outright.
printed-from = Printed from Insatskatalogen, { $address }, { $date }

## Fields of a support programme

field-id = Identity
field-name = Name
field-alternate_names = Other names
field-summary = In short
field-description = Description
field-eligibility = Who can take part
field-steps = Step by step
field-good_to_know = Good to know
field-for_staff = For you as a caseworker
field-easy_read = Easy Swedish
field-kind = How it is run
field-level = Level
field-target_groups = Target groups
field-ages = Age
field-coverage = Where
field-organizations = Organisations
field-methods = Method
field-activities = Activities
field-goals = Goals
field-indicators = Follow-up
field-period = Period
field-status = Status
field-part_of = Part of
field-succeeds = Continues
field-referral = How to join
field-contacts = Contact
field-locations = Place
field-schedules = Times
field-languages = Languages
field-interpreter = Interpreter
field-cost = Cost
field-capacity = Places available
field-waiting_time = Waiting time
field-duration = How long it lasts
field-accessibility = Accessibility
field-sources = Sources
field-as_of = From when
field-last_reviewed = Last checked
field-review_by = Next check due
field-state = State

## Error pages

error-not-found = Page not found
error-not-found-text = It may have moved. Search for what you are looking for.
error-gone = This support programme is no longer here
error-gone-text = It has been removed from the catalogue. Search for something similar.
error-successor = It continues as
error-too-many = Too many searches in a short time
error-too-many-text = Wait one minute.
error-not-ready = The search is starting
error-not-ready-text = Wait a short while and try again.
error-busy = Many people are searching right now
error-busy-text = Wait a short while and try again.
error-internal = Something went wrong on our side
error-internal-text = Try again in a while.
error-refused = The page could not be shown
error-refused-text = We could not read the address or the form. Search again.
error-reference = If you contact us, give the code { $code }.

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# --- How we understood the words ---
told-applied = We looked for { $words }{ $whom }.
told-anything = support programmes
told-age = for a person aged { $age }
told-place = in { $place }
told-place-within = { $place } is in { $whole }.
told-municipality = { $name } Municipality
told-route = where { $route }
told-ends-within_6_months = that end within 6 months
told-literally = Search for exactly those words instead
told-only-typed = Search only for what you wrote
told-exactly = We searched for exactly the words you wrote.
told-interpret = Let us interpret the words
told-not-there = None of this is in { $place }.
told-not-there-show = Show what there is in { $place }
told-not-for = None of this is for a person aged { $age }.
told-not-for-show = Show what is for that age
told-reversed-age = We did not understand the age “{ $words }”. The lower age must come first, for example 16–24.
told-corrected = We searched for “{ $word }”.
told-instead = Search for “{ $word }” instead
told-whole-county = All of { $county } is counted.
told-only-place = Show only { $place }
told-suggested = Show only:
told-suggestion = { $filter }: { $value } ({ $count })
told-expanded = We also searched for { $words }.

## Names of the code lists, in the API
vocabulary-target-groups = Target groups
vocabulary-municipalities = Municipalities
vocabulary-counties = Counties
vocabulary-methods = Methods
vocabulary-activities = Activities
vocabulary-kinds = Kinds of support programmes
vocabulary-levels = Levels
vocabulary-statuses = Statuses
vocabulary-ends = When they end
vocabulary-funder-types = Types of funders
vocabulary-referral-routes = Ways to join
vocabulary-life-situations = Life situations

# --- Similar ---
section-similar = Similar support programmes
ended-similar = See similar support programmes that are ongoing
ended-similar-any = See similar support programmes

# --- The search as a table, and taking the list along ---
view-as = Show as:
view-cards = Cards
view-table = Table
table-label = Support programmes in a table
table-intervention = Support programme
table-unchecked = No, from { $date }
groups-more = { $first } and { $count } more
fit-count = Fits { $met } of { $all }.
fit-met = Matches: { $what }.
fit-unknown = Not stated: { $what }.
related-heading = May also suit you
related-neighbour = Is in { $place }. Ask if you may take part.
related-age = For people aged { $age }.
related-group = For a larger group: { $groups }.
related-words = About { $met }. Says nothing about { $unmet }.
related-near = Is like what you are looking for.
told-unmatched = We found nothing about { $words }. Here is what fits otherwise.
told-literally-typed = Search for exactly what I wrote
why-like = Shown because { $to } is like your search word { $from }.
why-value = Shown for what it says under { $filter }: { $value }.
why-field = Shown for what it says under { $field }.
take-list = Take the list with you
as-csv = Download as CSV
not-stated = Not stated

# --- Compare ---
compare-pick = Compare
compare-name = Compare
compare-this = Compare { $name }
compare-limit = You can compare up to 4 support programmes.
compare-elsewhere =
    { $count ->
        [one] 1 support programme from another page is already chosen.
       *[other] { $count } support programmes from other pages are already chosen.
    }
compare-go = Compare chosen
compare-heading =
    { $count ->
        [0] Compare support programmes
        [one] Compare 1 support programme
       *[other] Compare { $count } support programmes
    }
compare-none = Choose support programmes to compare in the search.
compare-to-search = Find support
compare-one-more = Choose one more
compare-more = Add more
compare-print = Print comparison
compare-too-many = You chose { $count }. We show the first { $shown }.
compare-unknown = There is no support programme “{ $id }” in the catalogue.
compare-gone = The support programme “{ $name }” is no longer in the catalogue.
compare-marked = Differences that can decide your choice are marked.
compare-private = The list is stored only in the link. Nothing about you or the person you help is stored.
compare-show = Show:
compare-all-rows = All rows
compare-only = Only differences
compare-alike = The support programmes do not differ in anything that can decide your choice.
compare-table = Comparison of support programmes
compare-fact = Fact
compare-remove = Remove
compare-differs = Differs
compare-unclear = No information
compare-notes = Notes

# --- The overview ---
overview-name = Overview
overview-heading = Overview: { $place }
overview-title =
    { $count ->
        [one] { $heading } – 1 support programme
       *[other] { $heading } – { $count } support programmes
    }
overview-country = all of Sweden
overview-chosen = the chosen municipalities
overview-lead = Here you see how many support programmes each place has for different groups. Click a number to see them.
overview-form = Choose what the overview shows
overview-everywhere = All of Sweden
overview-all-ages = All ages
overview-any = All
overview-groups = Target group
overview-show = Show
overview-local = Count only local support programmes
overview-running =
    { $count ->
        [one] support programme that has not ended
       *[other] support programmes that have not ended
    }
overview-gaps =
    { $count ->
        [one] gap: no support programme at all
       *[other] gaps: no support programme at all
    }
overview-ending = ending within 6 months, { $without_end } without an end date
overview-unchecked = to be checked
overview-empty = There are no support programmes in { $place } yet.
overview-empty-local = No support programme is only for { $place }.
overview-empty-also =
    { $count ->
        [one] One programme is for this place too.
       *[other] { $count } programmes are for this place too.
    }
overview-empty-show =
    { $count ->
        [one] Count it too
       *[other] Count them too
    }
overview-national =
    { $count ->
        [one] The support programme counted here covers the whole country.
       *[other] The { $count } support programmes counted here cover the whole country.
    }
overview-caption = Number of support programmes by { $rows } and { $columns }
overview-table = { $rows } and { $columns }
overview-all = All
overview-whole = All of Sweden
overview-whole-county = The whole county
overview-whole-chosen = The chosen municipalities
overview-legend = Key
overview-legend-gap = 0, gap
overview-or-more = { $count } or more
overview-cell =
    { $count ->
        [one] 1 support programme in { $place }
       *[other] { $count } support programmes in { $place }
    }
overview-cell-group =
    { $count ->
        [one] 1 support programme for { $column } in { $place }
       *[other] { $count } support programmes for { $column } in { $place }
    }
overview-cell-named =
    { $count ->
        [one] 1 support programme: { $column }, in { $place }
       *[other] { $count } support programmes: { $column }, in { $place }
    }
overview-cell-other =
    { $count ->
        [one] 1 support programme in { $place }, { $column }
       *[other] { $count } support programmes in { $place }, { $column }
    }
overview-cell-no-group =
    { $count ->
        [one] 1 support programme in { $place } with no information about the target group
       *[other] { $count } support programmes in { $place } with no information about the target group
    }
overview-place-unknown = an unknown area
overview-sums = One support programme can cover several municipalities and groups. So the cells add up to more than the total.
overview-parts = The table shows columns { $from }–{ $to } of { $count }. Those with most support programmes come first.
overview-parts-others = See the other columns
overview-parts-label = Parts of the table
overview-part = Columns { $from }–{ $to }
overview-nowhere = There are no support programmes here at all for:
overview-map = Map
overview-map-same = The same numbers are in the column “All” in the table.
overview-map-label = Map. { $heading }
overview-area =
    { $count ->
        [one] { $place }, 1 support programme
       *[other] { $place }, { $count } support programmes
    }
overview-gaps-heading = Gaps
overview-gap-what = What is a gap?
overview-gap = Missing in { $place }: { $column }
overview-nowhere-country = Missing in the whole country: { $column }
overview-nowhere-county = Missing in the whole county: { $column }
overview-nowhere-chosen = Missing in all the chosen municipalities: { $column }
overview-near = Show support programmes nearby ({ $count })
overview-near-county = Show support programmes in the county ({ $count })
overview-near-chosen = Show support programmes in the chosen municipalities ({ $count })
overview-near-country = Show support programmes in the whole country ({ $count })
overview-gaps-left-out =
    { $count ->
        [one] 1 more gap. See the table and the text below it.
       *[other] { $count } more gaps. See the table and the text below it.
    }
overview-ending-heading = Ending within 6 months
overview-ending-none = Nothing counted here ends within 6 months, as far as the sources say.
overview-ending-left-out =
    { $count ->
        [one] 1 more support programme ends within 6 months.
       *[other] { $count } more support programmes end within 6 months.
    }
overview-ends = Ends

## Pages for a municipality and for a life situation

landing-municipality = Support in { $place }
landing-municipality-lead = Here is support for work, studies and a better everyday life for you who live in { $place }. Search, or choose with the filters.
landing-situation-lead = { $line } Choose your municipality and age to see what fits you.
title-landing = { $page } – { $hits }

## The catalogue on other websites

embed-heading = Support for work and studies
embed-heading-in = Support for work and studies in { $place }
embed-all =
    { $count ->
        [one] Show the support programme in Insatskatalogen
       *[other] Show all { $count } support programmes in Insatskatalogen
    }
embed-none = There are no support programmes here right now.
embed-none-all = Search all of Insatskatalogen
embed-fault = Something in the address of this box is wrong. What we could understand is shown here.
embed-how = Show the catalogue on your website
embed-how-lead = Put a search box on your own page. It shows support programmes in your municipality and leads on to this site. It is free.
embed-choose = Choose what the box shows
embed-everyone = All groups
embed-make = Make the code
embed-code = Copy the code
embed-code-frame = A frame with a fixed height. It works everywhere.
embed-code-script = A script that gives the frame the right height. Use it if you may have scripts on the page.
embed-promise = The box sets no cookies and tracks no one. Below it stands an ordinary link to this site, in case it does not work.
embed-preview = This is what it looks like

## Suggestions while typing (the script)

suggest-label = Suggestions
suggest-count-one = 1 suggestion. Use the down arrow.
suggest-count = { $count } suggestions. Use the down arrow.
suggest-municipalities = Municipality
suggest-target_groups = Who it is for
suggest-methods = Method
suggest-funders = Paid by
suggest-interventions = Support programme

## Pages of text: text-name, its lead and its parts. The body is Markdown.

easy-link-search = Find support
easy-link-situations = Choose what fits your situation
easy-link-call = See numbers you can call

text-om = About the catalogue
text-om-lead = Here you find support for work, studies and a better everyday life. You see what there is, who it is for and who you can ask.
text-om-vad = What is a support programme?
text-om-vad-body =
    A [support programme](/ordlista#insats) is help that you can get. The Swedish word is *insats*. It can be a work placement, a course or a coach. It can also be advice on debts, or help to feel better.

    Many can be behind it: your municipality, the region, Arbetsförmedlingen (the public employment service) or an association. Often they do it together. Then it is hard to know who to ask. That is why we put everything in one place.
text-om-sok = How to search
text-om-sok-body =
    - Write what you want help with. Use Swedish words, for example **skulder** (debts) or **lära mig svenska** (learn Swedish).
    - Add your age and your municipality if you like: **praktik 20 år Växjö** (work placement, 20 years, Växjö). We understand which is which.
    - Choose with the filters if you get too many results. Then press **Show support programmes**.
    - Remove a choice by pressing the cross.
    - Read about the support programme. The box **How to join** says how to join, if we know. If not, it says who you can ask.

    Do you not know what to write? Choose what [fits your situation](/#situationer).
text-om-ratt = Is the information right?
text-om-ratt-body =
    Everything comes from a source, and the page names it. You also see how old it is. Does it say that something may be out of date? Ask before you go there. Read more about [how we review](/sa-granskas).
text-om-vem = Who makes the catalogue?
text-om-vem-body =
    { $operator ->
        [none] The organisation that runs this site has not written its name yet.
       *[other] This site is run by { $operator }.
    } Do you have a question? [Contact us](/kontakt).
text-om-mer = More about the catalogue
text-om-mer-body =
    - [Word list](/ordlista): difficult words and what they mean
    - [Easy read](/lattlast): the catalogue in short
    - [Personal data](/personuppgifter): we do not track you
    - [Open data](/oppna-data): download everything here

text-lattlast = Easy read
text-lattlast-lead = Here you can find help.
text-lattlast-vad = What is this?
text-lattlast-vad-body =
    This is a list of help in Sweden.

    You can get help to find a job.\
    You can get help to study.\
    You can get help to feel better.
text-lattlast-gor = What do I do?
text-lattlast-gor-body =
    Write what you want help with.\
    Write in Swedish.\
    Choose where you live.\
    Press **Search**.

    Then you see what help there is.\
    Sometimes it says how to join.\
    If not, it says who you can ask.
text-lattlast-kostar = What does it cost?
text-lattlast-kostar-body =
    It is free to search.\
    You do not have to say who you are.\
    We do not store what you search for.\
    But others with the same computer can see it in the browser.
text-lattlast-hjalp = Is it difficult?
text-lattlast-hjalp-body =
    Ask someone to search with you.\
    It can be a friend or someone at the library.

text-ordlista = Word list
text-ordlista-lead = Here you see what the words in the catalogue mean. Many explanations are in Swedish only.
glossary-own = Common words
glossary-also = Also called: { $words }
term-insats = Support programme (insats)
term-insats-text = Help that you can get. For example a work placement, a course or a coach. Professionals often say intervention.
term-handlaggare = Caseworker (handläggare)
term-handlaggare-text = The person who works with your case, for example at the municipality or Arbetsförmedlingen (the public employment service).
term-malgrupp = Target group (målgrupp)
term-malgrupp-text = The people that a support programme is for.
term-vag-in = How to join (väg in)
term-vag-in-text = How you get into a support programme. You can sign up yourself, or someone else does it for you.
term-remiss = Referral (remiss)
term-remiss-text = A paper from, for example, your doctor. It says that you need the support.
term-finsam = Finsam
term-finsam-text = The municipality, the region, Arbetsförmedlingen (the public employment service) and Försäkringskassan (the social insurance agency) share money for support. They do it in a coordination association (samordningsförbund).
term-forsorjningsstod = Social assistance (försörjningsstöd)
term-forsorjningsstod-text = Money from the municipality for people who cannot pay for food and rent. Also called ekonomiskt bistånd.
term-period = Period not stated
term-period-text = The source does not say when the support programme starts or ends. Ask if it is still there.
term-kalla = Source
term-kalla-text = The paper or the page that the information comes from.
term-lucka = Gap
term-lucka-text = A municipality where we know of no support programme for a certain group.

text-kontakt = Contact us
text-kontakt-lead = Who you should ask depends on what it is about.
text-kontakt-insats = You want to know more about a support programme
text-kontakt-insats-body = Ask those who run the support programme. If we know a number or an address, it is on the page of the support programme, under **How to join**. If not, the page says who you can ask. We cannot sign you up, and we do not see your cases.
text-kontakt-fel = Something on a page is wrong
text-kontakt-fel-body =
    { $contact ->
        [none] Tell those who run the support programme. Their name is under **For you as a caseworker**.
       *[other] Write to { $contact }. Say which page it is about and what is wrong. Do not write names or personal identity numbers.
    }
text-kontakt-vi = You want to reach us who run this site
text-kontakt-vi-body =
    { $operator ->
        [none] The organisation that runs this site has not written its name yet.
       *[other] This site is run by { $operator }.
    } { $contact ->
        [none] There is no address to write to yet.
       *[other] Write to { $contact }.
    }

text-sa-granskas = How the information is reviewed
text-sa-granskas-lead = You should be able to trust everything in the catalogue. That is why we always say where information comes from and how old it is.
text-sa-granskas-kallor = Everything has a source
text-sa-granskas-kallor-body = Every fact comes from a [source](/ordlista#kalla). It can be a plan, a report or a page from those who run the support programme. The source is at the bottom of every page, with a link when there is one. We do not guess. What no source says, we leave empty.
text-sa-granskas-kontroll = How it is checked
text-sa-granskas-kontroll-body = Those who run the support programme can go through it and say that everything is right. Then it says **The information was checked** and a date. Is there no date? Then no one has done it yet. You then see how old the source is instead.
text-sa-granskas-gammalt = When something is old
text-sa-granskas-gammalt-body = After one year without a check, we say that the information may be out of date. Then ask those who run the support programme before you go there. A support programme that has ended stays in the catalogue, but we say that it has ended. It is shown only if you ask for it.
text-sa-granskas-saknas = When something is missing
text-sa-granskas-saknas-body = If we do not know the age, it says **Age not stated**. If we do not know the dates, it says **Period not stated**. You also see how many support programmes are not shown, and why.
text-sa-granskas-fel = Have you seen an error?
text-sa-granskas-fel-body = Thank you for telling us. The page [Contact us](/kontakt#fel) says how to do it.

text-personuppgifter = Personal data: we do not track you
text-personuppgifter-lead = We do not store who is searching. We do not use cookies. No one else gets to know that you have been here.
text-personuppgifter-sparar = What we do not store
text-personuppgifter-sparar-body = We do not store what you search for. We do not store what you read or where you are either. You do not have to log in. What you choose is in the address of the page. Your browser remembers the address, and on a shared computer others can see it.
text-personuppgifter-kakor = No cookies
text-personuppgifter-kakor-body = We set no cookies and store nothing else on your phone or computer. That is why there is no box to click away here.
text-personuppgifter-logg = What the server writes down
text-personuppgifter-logg-body =
    When a page is fetched, the server writes down which page, when and how long it took. It does not write down your search words. It does not write down who you are or where you come from.

    Your own browser remembers where you have been. Use a private window if others use the same computer.
text-personuppgifter-andra = No one else is involved
text-personuppgifter-andra-body = The page fetches nothing from others. There are no measuring tools, no social media buttons and no maps from others. If you follow a link from here, that site does not get to know where you were.
text-personuppgifter-katalogen = People in the catalogue
text-personuppgifter-katalogen-body = The catalogue has no names of people, and no private numbers. Do you see anything like that? [Tell us](/kontakt#fel), and it will be removed.
text-personuppgifter-ansvar = Who answers for this?
text-personuppgifter-ansvar-body =
    { $operator ->
        [none] The organisation that runs this site has not written its name yet.
       *[other] { $operator } answers for this site.
    } { $contact ->
        [none] There is no address to write to yet.
       *[other] Questions? Write to { $contact }.
    }

text-tillganglighet = Accessibility statement
text-tillganglighet-lead = Everyone should be able to use Insatskatalogen. Here we say how well it follows the law, which problems we know of and how you tell us if something does not work.
text-tillganglighet-vem = Who is responsible
text-tillganglighet-vem-body =
    { $operator ->
        [none] The organisation that runs this site has not written its name yet. So this statement does not yet say who is responsible.
       *[other] { $operator } is responsible for Insatskatalogen.
    }
text-tillganglighet-omfattar = What this statement covers
text-tillganglighet-omfattar-body = It covers all pages of Insatskatalogen, and the search box that is shown on other websites. It does not cover pages of others that we link to.
text-tillganglighet-hur = How well it follows the law
text-tillganglighet-hur-body = We build to WCAG 2.2 level AA. That is more than the Swedish law on accessibility of digital public services asks for (lagen om tillgänglighet till digital offentlig service). The catalogue is **partially compliant** with the law. The reason is the problems listed below.
text-tillganglighet-brister = Problems that we know of
text-tillganglighet-brister-body =
    - **No form to tell us.** The law requires a way to give feedback on the page. The form is not built yet.
    - **Few easy-read texts.** A support programme has an easy-read text only if those who run it have written one.
    - **Difficult words in the texts about support programmes.** They often come from reports. Difficult words are in the [word list](/ordlista).
    - **Not tested by people yet.** We have not tested with screen readers, and not together with people who have a disability.
text-tillganglighet-provat = How we have tested
text-tillganglighet-provat-body =
    We have assessed the catalogue ourselves. The latest assessment was made on 25 November 2026. This text was changed on the same day.

    Every page is tested in a browser each time we change something: rules for code and contrast, only the keyboard, without scripts, at the width of a phone, with the reader's own text spacing, in dark mode and on paper.
text-tillganglighet-rapportera = Tell us if something does not work
text-tillganglighet-rapportera-body =
    { $contact ->
        [none] There is no address to write to yet. The organisation that runs this site must add one.
       *[other] Write to { $contact }. Say which page it is about. You do not have to say who you are.
    } You can also ask for the content in another way, for example on paper or read aloud.
text-tillganglighet-digg = Are you not happy with the answer?
text-tillganglighet-digg-body = Digg (the Agency for Digital Government) makes sure that the law is followed. You can [report problems to Digg](https://www.digg.se/tdosanmalan).

text-oppna-data = Open data and API
text-oppna-data-lead = You can download everything in the catalogue and use it freely, in programs and on your own pages.
text-oppna-data-hamta = Download
text-oppna-data-hamta-body =
    - [All support programmes](/api/v1/interventions), as JSON
    - [The code lists](/api/v1/vocabularies): municipalities, target groups, methods and more
    - [Description of the API](/api/v1/openapi.json), as OpenAPI

    The API understands the same words and filters as the search page. You do not need a key.
text-oppna-data-villkor = Terms
text-oppna-data-villkor-body = The information is free to use (CC0). Please say where it comes from. Always show how old it is. Do you only want to show a search box? [See how](/inbaddat).

text-sprak = The catalogue in English
text-sprak-lead = Insatskatalogen shows support for work, studies and a better everyday life in Sweden.
text-sprak-vad = What you can find
text-sprak-vad-body = Here you find, for example, work placements, courses, advice on money and help to feel better. You see who the support is for and who you can ask. It is free to search. You do not have to say who you are.
text-sprak-sok = How to search
text-sprak-sok-body = Write in Swedish what you want help with, and choose where you live. You can also choose what [fits your situation](/#situationer). Then you do not have to write anything.
text-sprak-ring = Who you can call
text-sprak-ring-body = If we know a number or an address, it is on the page of the support programme, under **How to join**. If not, the page says who you can ask. Say which language you speak and ask for an interpreter. Below are numbers for people who need help now.
text-sprak-svenska = What is in Swedish
text-sprak-svenska-body = The menus, the filters and the help pages are in English. Many explanations in the [word list](/ordlista) are in Swedish only. No native speaker of English has checked them yet. The texts about each support programme are in Swedish.

## Tables: the headings are the names of the fields above. Parts of a value, and values that are in no code list.

member-start = start
member-end = end
member-routes = ways
member-text = in words
member-free = free
member-places = number
member-min = from
member-max = to
member-note = note
member-id = identity
member-name = name
member-type = type
member-role = role
member-target = number
member-unit = unit
member-email = email
member-phone = phone
member-url = web
member-address = address
member-postal_code = postal code
member-city = town
member-latitude = latitude
member-longitude = longitude
member-byday = days
member-opens_at = opens
member-closes_at = closes
member-document = document
member-section = section
member-date = date
member-supports = supports
member-quote = quote
member-stated = said
value-true = yes
value-false = no
value-national = the whole country
value-kept = (too long for a cell, not changed)
value-owner = responsible
value-provider = provider
value-partner = works together
value-funder = funder
value-explicit = outright
value-inherited = about the whole
value-inferred = follows
value-draft = draft
value-in_review = in review
value-published = published
value-archived = archived
value-MO = Monday
value-TU = Tuesday
value-WE = Wednesday
value-TH = Thursday
value-FR = Friday
value-SA = Saturday
value-SU = Sunday

## Files in and out: the names of the sheets, what each column is, how it is written and what can be wrong. The files are in Swedish, so what stands in them is quoted in Swedish.

sheet-records = Support programmes
sheet-guide = Explanations
guide-column = Column
guide-meaning = What it is
guide-how = How you write it
guide-value = Allowed value
guide-code = Code
column-id = The fixed identity of the support programme. It never changes. Leave it empty for a new support programme, and it is made from the name.
column-name = The name, as the owner writes it.
column-alternate_names = Other spellings and abbreviations.
column-summary = One sentence in plain words.
column-description = What you get. Markdown is fine.
column-eligibility = Who the support programme is for, in words.
column-steps = What happens, step by step.
column-good_to_know = Practical things to know.
column-for_staff = What only a caseworker needs to know.
column-easy_read = The same thing in easy-read Swedish.
column-kind = How the support programme is run. Empty means other.
column-level = If the support programme is for people or for how organisations work.
column-target_groups = Who the support programme is for, from the code list.
column-ages = Ages in whole years. Both limits are included, and a limit that is not known is left open.
column-coverage = Where you must live to take part.
column-locations = Where it happens.
column-organizations = Who is responsible, who provides it, who works together with them and who pays.
column-methods = Ways of working, from the code list.
column-activities = What people do, from the code list.
column-goals = What the owner wants to reach, with a number and a unit where that is said.
column-indicators = How it is followed up.
column-period-start = When the support programme starts, as exactly as it is known.
column-period-end = When the support programme ends, as exactly as it is known.
column-part_of = The identity of the support programme that this one is part of.
column-succeeds = The identity of the support programme that this one continues.
column-referral-routes = How to join, from the code list.
column-referral-text = How to join, in words.
column-contacts = Functions that people can reach. Never a person's own name, address or number.
column-schedules = When it is open or when people meet.
column-languages = Languages that the support programme is given in.
column-interpreter = If you can get an interpreter.
column-cost-free = If it is free for those who take part.
column-cost-text = What it costs, in words.
column-capacity-places = How many can take part.
column-capacity-text = How many can take part, in words.
column-waiting_time = How long people wait.
column-duration = How long it lasts for those who take part.
column-accessibility = What has been done for accessibility.
column-sources = Documents that the information comes from. Under “styrker”, write the headings of the columns that the source says something about.
column-as_of = Date of the newest source. Empty is filled in from the sources.
column-last_reviewed = When the owner last vouched for the information.
column-review_by = How long that holds.
column-state = Where the support programme is on its way to the readers. Empty means published.
how-line = One line, at most { $count } characters.
how-markdown = Text in several paragraphs, at most { $count } characters.
how-integer = A whole number from { $min } to { $max }.
how-number = A number from { $min } to { $max }.
how-flag = ja (yes) or nej (no)
how-date = Day, month or year: 2026-01-31, 2026-01 or 2026.
how-day = A day: 2026-01-31.
how-time = A time: 14:00.
how-code = A name or a code from the list.
how-coverage = A municipality or county by name or code, or “hela landet” (the whole country).
how-slug = 1–80 characters of a–z, 0–9 and hyphen.
how-language = The name of the language, or its code of two or three letters (ISO 639).
how-url = A web address that starts with https:// or http://.
how-email = A shared email address, never a person's own.
how-phone = Digits, spaces, hyphens and a plus sign first.
how-list = { $one } Separate several values with a semicolon or a line break. Put a value that contains a semicolon in quotation marks.
how-parts = { $example }. Separate several with a semicolon, and the parts with a vertical bar. Leave out parts that are not known.
how-ages = 16–24; 13–17 (metodutveckling). Open limits are written 20– or –24.
how-organizations = Växjö kommun (ansvarar); ESF (finansiär). A new organisation is written: namn | identitet: … | typ: … | roll: ….
how-schedules = måndag, onsdag 14:00–15:00 (Informationsmöte).
import-not-json = The line is not JSON ({ $reason }).
import-no-headings = There is no row of headings. The first row must have the headings of the columns, for example Identitet and Namn.
import-unknown-heading = There is no column called “{ $heading }”. If the heading starts with #, the column is not read.
import-empty-heading = A column has values but no heading. Give it a heading, or start the heading with # so that it is not read.
import-nearest = Did you mean { $names }?
import-heading-twice = The heading “{ $heading }” is there twice.
import-broken-cell = The cell has an error from the spreadsheet program.
import-nothing-to-keep = The value was too long for a cell when the file was made, and the support programme is not here. Use JSONL.
import-twice = The identity { $id } is already on a row above.
import-missing-reference = The support programme { $id } is not in the catalogue.
import-not-a-workbook = The file is not an Excel workbook, or it is damaged ({ $reason }).
import-not-text = The file cannot be read as text ({ $reason }).
import-too-large = The file is too large: unpacked it is more than { $count } MiB.
import-too-wide = The table has too many columns: more than { $count }.
import-too-long = The table has too many rows: more than { $count }.
import-not-an-integer = “{ $value }” is not a whole number that can be used here.
import-not-a-number = “{ $value }” is not a number that can be used here.
import-not-a-flag = “{ $value }” is neither ja (yes) nor nej (no).
import-not-readable = We did not understand “{ $value }”.
import-control-characters = “{ $value }” has control characters or line breaks.
import-not-allowed = “{ $value }” cannot be used here.
import-no-longer-in-use = The code “{ $value }” is no longer in use.
import-code-and-name-differ = The code and the name in “{ $value }” are two different places.
import-identity-number = “{ $value }” looks like a personal identity number. The catalogue must not hold personal data.
import-mobile-phone = “{ $value }” looks like a mobile number. A number that several people share belongs under Kontakt (Contact).
import-personal-email = “{ $value }” looks like a person's own email address. Write a shared address.
import-person-name = “{ $value }” has the name of a person. Write a function.
import-too-many = There are too many values: { $value }.
import-unknown-key = “{ $value }” does not belong here.
import-missing = This must be there.
import-no-id = The name has no letters or digits that can make an identity.
import-date-for-age = “{ $value }” is a date. The spreadsheet program has changed the age. Format the column as text and write the age again.
import-min-above-max = The lowest age is higher than the highest.
import-end-before-start = The end is before the start.
import-names-itself = The support programme points to itself.
import-review-by-before-reviewed = The next check is before the latest one.
import-no-summary = Published without a sentence that sums it up.
import-no-owner = Published without anyone responsible.
import-no-source = Published without a source.
import-other = The value cannot be used ({ $reason }).
import-moved = Someone else changed the support programme while the file was being read. Read the file again.

# --- What has changed ---
changes-link = Show changes
changes-title = Changes: { $name }
changes-trail = Changes
changes-intro = Here you see what has changed in the information, and when. The latest is first.
changes-published = The support programme was added to the catalogue.
changes-back = The support programme was added to the catalogue again.
changes-archived = The support programme was removed from the catalogue.
changes-changed = Changed: { $fields }.
changes-added = Added: { $fields }.
changes-removed = Removed: { $fields }.
changes-return = Back to the support programme
