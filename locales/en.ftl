# Everything that users read, in English. Plain language and "you". Names of Swedish authorities and places stay Swedish.
# One word for "insats": support programme. Search words are Swedish, since the records are.

## The frame

site-name = Insatskatalogen
site-tagline = Support for work and studies
title = { $page } – Insatskatalogen
skip-to-content = Skip to content
skip-to-hits = Skip to results
menu-main = Main menu
menu-search = Find support
footer-what = A shared catalogue of support for work, studies and a better everyday life in all of Sweden.
footer-help = Help
footer-numbers = Numbers you can call
footer-site = About this website
footer-privacy = We do not store who is searching. We do not use cookies.
footer-open-data = Open data
footer-api = All support programmes (JSON)
footer-openapi = Description of the API (OpenAPI)
help-now = Do you need help now?

## The search form

search-form = Find support
search-what = What do you want help with?
search-where = Where do you live?
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
start-staff-text = Search with all filters: age, municipality, target group, how to join, method and who pays.
start-staff-link = Search with all filters
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
        [one] organisation contributes
       *[other] organisations contribute
    }
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
left-out-show = Show them too
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
past-end = There are not that many results. This is the last page.
print-list = Print the list

## No hits

few-lead = Few results. This gives more:
none-lead = We found nothing that fits all your choices. Try one of these:
none-filters = Change your filters
none-words = Search for something else
widen-ended = Show ended ones too
widen-without = Remove { $filter }
widen-no-filters = Remove all filters
widen-county = The same search in all of { $county }
widen-neighbours = Include the municipalities around { $municipality }
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
about-level = level
lacking =
    { $count ->
        [one] 1 support programme has no information on { $what }.
       *[other] { $count } support programmes have no information on { $what }.
    }
lacking-show = Show them
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
more-level = Show more
pick-municipality = Add a municipality
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
pick-level = Add a level
pick-nothing = Choose
pick-all-counties = All counties
option-count = { $label } ({ $count })
age-question = How old is the person?
age-hint = For example 20 or 16–24.
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
fault-code = We did not understand “{ $value }” ({ $name }).
fault-word = We did not understand “{ $value }” ({ $name }).
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
list-and = { $first } and { $last }

## One support programme

trail = You are here
trail-start = Start
also-called = Also called { $names }
checked-never = No
checked-not-since = No, the information is from { $date }
ended-title = Ended: { $name }
ended-heading = This support programme has ended
ended-when = End date: { $date }.
ended-text = You can no longer sign up.
ended-successor = It continues as { $name }
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
printed-from = Printed from Insatskatalogen, { $address }

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
told-route = where { $route }
told-literally = Search for exactly those words instead
told-corrected = We searched for “{ $word }”.
told-instead = Search for “{ $word }” instead
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
vocabulary-funder-types = Types of funders
vocabulary-referral-routes = Ways to join
vocabulary-life-situations = Life situations

# --- Similar ---
section-similar = Similar support programmes
ended-similar = See similar support programmes
