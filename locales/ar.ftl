# Everything that users read, in Arabic. Plain and short. Keys as in sv.ftl, in the order of the pages.
# One word for an intervention everywhere: برنامج دعم. Buttons are verbal nouns, so that they address
# everyone. Search words stay Swedish, because the records are. Ranges are said in words (من … إلى …):
# a dash between two numbers would be read the wrong way round.

## The frame

site-name = Insatskatalogen
site-tagline = دعم للعمل والدراسة
title = { $page } – Insatskatalogen
skip-to-content = الانتقال إلى المحتوى
skip-to-hits = الانتقال إلى النتائج
menu-main = القائمة الرئيسية
menu-search = البحث عن برامج الدعم
footer-what = دليل مشترك لبرامج الدعم في كل السويد: دعم للعمل والدراسة ولحياة يومية أفضل.
footer-help = المساعدة
footer-numbers = أرقام يمكنك الاتصال بها
footer-site = عن الموقع
footer-privacy = لا نحفظ أي معلومة عمّن يبحث. ولا نستخدم ملفات تعريف الارتباط (كوكيز).
footer-open-data = البيانات المفتوحة
footer-api = كل برامج الدعم (JSON)
footer-openapi = وصف الواجهة البرمجية (OpenAPI)
help-now = للحصول على مساعدة الآن

## The search form

search-form = البحث عن برامج الدعم
search-what = ما المساعدة المطلوبة؟
search-where = أين مكان سكنك؟
search-go = بحث

## The start page

start-title = دعم في بلديتك
start-heading = دعم للعمل والدراسة ولحياة يومية أفضل
start-lead =
    { $count ->
        [zero] البحث مجاني، ولا حاجة إلى ذكر اسمك.
        [one] في الدليل برنامج دعم واحد. البحث مجاني، ولا حاجة إلى ذكر اسمك.
        [two] في الدليل برنامجا دعم. البحث مجاني، ولا حاجة إلى ذكر اسمك.
        [few] يمكنك البحث بين { $count } برامج دعم في كل السويد. البحث مجاني، ولا حاجة إلى ذكر اسمك.
        [many] يمكنك البحث بين { $count } برنامج دعم في كل السويد. البحث مجاني، ولا حاجة إلى ذكر اسمك.
       *[other] يمكنك البحث بين { $count } برنامج دعم في كل السويد. البحث مجاني، ولا حاجة إلى ذكر اسمك.
    }
start-empty = الدليل فارغ حاليًا. يُرجى المحاولة لاحقًا.
start-examples = أمثلة:
start-example-words = praktik | lära mig svenska | må bättre | skulder
start-urgent = هل الأمر عاجل؟ أرقام يمكنك الاتصال بها
start-situations = ما الذي ينطبق عليك؟
start-situations-hint = يمكنك اختيار الأقرب إلى وضعك، وتغيير الاختيار لاحقًا.
start-municipalities = دعم في بلديتك
start-show-municipalities = عرض البلديات
start-no-municipalities = لا توجد برامج دعم في هذه المحافظة بعد.
start-staff = هل عملك هو تقديم الدعم؟
start-staff-text = بحث بكل عوامل التصفية: العمر، البلدية، الفئة المستهدفة، كيفية الالتحاق، أسلوب العمل، والجهة التي تدفع.
start-staff-link = البحث بكل عوامل التصفية
start-current = مدى حداثة المعلومات
start-current-text = في كل صفحة يُذكر مصدر المعلومات وتاريخها، وهل تحقق منها أحد بعد ذلك.
number-total =
    { $count ->
        [zero] برنامج دعم في الدليل
        [one] برنامج دعم في الدليل
        [two] برنامج دعم في الدليل
        [few] برامج دعم في الدليل
        [many] برنامج دعم في الدليل
       *[other] برنامج دعم في الدليل
    }
number-municipalities =
    { $count ->
        [zero] بلدية لديها برامج دعم خاصة بها
        [one] بلدية لديها برامج دعم خاصة بها
        [two] بلدية لديها برامج دعم خاصة بها
        [few] بلديات لديها برامج دعم خاصة بها
        [many] بلدية لديها برامج دعم خاصة بها
       *[other] بلدية لديها برامج دعم خاصة بها
    }
number-organizations =
    { $count ->
        [zero] جهة مساهمة
        [one] جهة مساهمة
        [two] جهة مساهمة
        [few] جهات مساهمة
        [many] جهة مساهمة
       *[other] جهة مساهمة
    }
unit =
    { $count ->
        [zero] برنامج دعم
        [one] برنامج دعم
        [two] برنامج دعم
        [few] برامج دعم
        [many] برنامج دعم
       *[other] برنامج دعم
    }

## The search page

hits =
    { $count ->
        [zero] لا برامج دعم
        [one] برنامج دعم واحد
        [two] برنامجا دعم
        [few] { $count } برامج دعم
        [many] { $count } برنامج دعم
       *[other] { $count } برنامج دعم
    }
hits-number = برامج الدعم ({ $number })
hits-read =
    { $count ->
        [zero] لا برامج دعم
        [one] برنامج دعم واحد
        [two] برنامجا دعم
        [few] { $count } برامج دعم
        [many] { $count } برنامج دعم
       *[other] { $count } برنامج دعم
    }
hits-all =
    { $count ->
        [zero] لا توجد برامج دعم
        [one] برنامج دعم واحد
        [two] برنامجا دعم
        [few] { $count } برامج دعم
        [many] { $count } برنامج دعم
       *[other] { $count } برنامج دعم
    }
hits-for =
    { $count ->
        [zero] لا توجد برامج دعم عن «{ $words }»
        [one] برنامج دعم واحد عن «{ $words }»
        [two] برنامجا دعم عن «{ $words }»
        [few] { $count } برامج دعم عن «{ $words }»
        [many] { $count } برنامج دعم عن «{ $words }»
       *[other] { $count } برنامج دعم عن «{ $words }»
    }
hits-in =
    { $count ->
        [zero] لا توجد برامج دعم في { $place }
        [one] برنامج دعم واحد في { $place }
        [two] برنامجا دعم في { $place }
        [few] { $count } برامج دعم في { $place }
        [many] { $count } برنامج دعم في { $place }
       *[other] { $count } برنامج دعم في { $place }
    }
title-words =
    { $count ->
        [zero] { $words } – لا توجد برامج دعم
        [one] { $words } – برنامج دعم واحد
        [two] { $words } – برنامجا دعم
        [few] { $words } – { $count } برامج دعم
        [many] { $words } – { $count } برنامج دعم
       *[other] { $words } – { $count } برنامج دعم
    }
title-page = { $page }، الصفحة { $number }
title-fault = خطأ: { $page }
sort-label = الترتيب
sort-by = ترتيب حسب:
sort-relevance = الأقرب إلى البحث
sort-name = الاسم (A–Ö)
sort-updated = آخر تعديل
sort-start = تاريخ البدء
chosen =
    { $count ->
        [zero] لا اختيارات
        [one] اختيار واحد
        [two] اختياران
        [few] { $count } اختيارات
        [many] { $count } اختيارًا
       *[other] { $count } اختيار
    }
chosen-label = عوامل التصفية المختارة
chosen-remove = حذف عامل التصفية
chosen-clear = مسح كل عوامل التصفية
choice = { $filter }: { $value }
choice-age-strict = فقط ما حُدد فيه العمر
choice-reach = فقط ما يذكر المكان
choice-broader = مع الفئات الأوسع أيضًا
choice-ended-too = مع البرامج المنتهية أيضًا
choice-ended-only = البرامج المنتهية فقط
choice-updated-since = المعدّلة منذ { $date }
value-not-stated = غير محدد
value-not-stated-long = لا توجد معلومات
quoted = «{ $text }»
left-out-ended =
    { $count ->
        [zero] لا توجد برامج دعم منتهية غير معروضة.
        [one] برنامج دعم منتهٍ واحد غير معروض.
        [two] برنامجا دعم منتهيان غير معروضين.
        [few] { $count } من برامج الدعم المنتهية غير معروضة.
        [many] { $count } من برامج الدعم المنتهية غير معروضة.
       *[other] { $count } من برامج الدعم المنتهية غير معروضة.
    }
left-out-broader =
    { $count ->
        [zero] لا توجد برامج دعم غير معروضة لفئات أوسع.
        [one] برنامج دعم واحد مخصص لفئة أوسع، وهو غير معروض.
        [two] برنامجا دعم مخصصان لفئة أوسع، وهما غير معروضين.
        [few] { $count } برامج دعم مخصصة لفئة أوسع، وهي غير معروضة.
        [many] { $count } برنامج دعم لفئة أوسع، وهي غير معروضة.
       *[other] { $count } برنامج دعم لفئة أوسع، وهي غير معروضة.
    }
left-out-age =
    { $count ->
        [zero] لا توجد برامج دعم غير معروضة بسبب العمر.
        [one] برنامج دعم واحد لم يُحدد فيه العمر، وهو غير معروض.
        [two] برنامجا دعم لم يُحدد فيهما العمر، وهما غير معروضين.
        [few] { $count } برامج دعم لم يُحدد فيها العمر، وهي غير معروضة.
        [many] { $count } برنامج دعم لم يُحدد فيها العمر، وهي غير معروضة.
       *[other] { $count } برنامج دعم لم يُحدد فيها العمر، وهي غير معروضة.
    }
left-out-show = العرض مع النتائج
pages-label = صفحات النتائج
pages-shown =
    { $count ->
        [zero] لا توجد نتائج
        [one] عرض برنامج دعم واحد
        [two] عرض { $from } إلى { $to } من برنامجي دعم
        [few] عرض { $from } إلى { $to } من أصل { $count } برامج دعم
        [many] عرض { $from } إلى { $to } من أصل { $count } برنامج دعم
       *[other] عرض { $from } إلى { $to } من أصل { $count } برنامج دعم
    }
# The word "page" (pages-page) follows these two for screen readers.
pages-previous = السابق
pages-next = التالي
pages-page = من الصفحات
pages-number = الصفحة
past-end = عدد النتائج أقل من ذلك. هذه هي الصفحة الأخيرة.
print-list = طباعة القائمة

## No hits

few-lead = النتائج قليلة. هذه الخيارات تعطي نتائج أكثر:
none-lead = لم نجد ما يناسب كل اختياراتك. يمكنك تجربة أحد هذه الخيارات:
none-filters = تغيير عوامل التصفية
none-words = البحث عن شيء آخر
widen-ended = عرض البرامج المنتهية أيضًا
widen-without = حذف { $filter }
widen-no-filters = حذف كل عوامل التصفية
widen-county = البحث نفسه في كل { $county }
widen-neighbours = إضافة البلديات المجاورة لبلدية { $municipality }
widen-word = البحث عن «{ $word }» فقط
widen-everything = عرض الدليل كله
widen-then =
    { $count ->
        [zero] عندها لا تظهر برامج دعم
        [one] عندها يظهر برنامج دعم واحد
        [two] عندها يظهر برنامجا دعم
        [few] عندها تظهر { $count } برامج دعم
        [many] عندها يظهر { $count } برنامج دعم
       *[other] عندها يظهر { $count } برنامج دعم
    }

## Filters. The names also stand at chosen filters and in faults.

filter-heading = التصفية
filter-close = إغلاق
filter-municipality = البلدية
filter-county = المحافظة
filter-age = العمر
filter-target_group = لمن
filter-referral = كيفية الالتحاق
filter-method = أسلوب العمل
filter-activity = النشاط
filter-organization = الجهة
filter-funder_type = من يدفع
filter-funder = الجهة التي تدفع
filter-kind = نوع البرنامج
filter-status = الحالة
filter-level = المستوى
parameter-q = كلمات البحث
parameter-age_strict = العمر المحدد فقط
parameter-reach = النطاق
parameter-broader = فئة أوسع
parameter-ended = المنتهية
parameter-updated_since = المعدّلة منذ
parameter-sort = الترتيب
parameter-page = الصفحة
parameter-per_page = عدد النتائج في الصفحة
parameter-interpret = تفسير البحث
parameter-lang = اللغة
about-municipality = البلدية
about-county = المحافظة
about-target_group = الفئة المستهدفة
about-referral = كيفية الالتحاق
about-method = أسلوب العمل
about-activity = النشاط
about-organization = الجهة المسؤولة
about-funder_type = الجهة التي تدفع
about-funder = اسم الجهة التي تدفع
about-kind = نوع البرنامج
about-status = الحالة
about-level = المستوى
lacking =
    { $count ->
        [zero] لا توجد برامج دعم تنقصها معلومات عن { $what }.
        [one] برنامج دعم واحد تنقصه معلومات عن { $what }.
        [two] برنامجا دعم تنقصهما معلومات عن { $what }.
        [few] { $count } برامج دعم تنقصها معلومات عن { $what }.
        [many] { $count } برنامج دعم تنقصها معلومات عن { $what }.
       *[other] { $count } برنامج دعم تنقصها معلومات عن { $what }.
    }
lacking-show = عرض هذه النتائج
more-municipality = عرض المزيد من البلديات
more-county = عرض المزيد من المحافظات
more-target_group = عرض المزيد من الفئات
more-referral = عرض المزيد من طرق الالتحاق
more-method = عرض المزيد من الأساليب
more-activity = عرض المزيد من الأنشطة
more-organization = عرض المزيد من الجهات
more-funder_type = عرض المزيد
more-funder = عرض المزيد من الجهات
more-kind = عرض المزيد
more-status = عرض المزيد
more-level = عرض المزيد
pick-municipality = إضافة بلدية
pick-county = إضافة محافظة
pick-target_group = إضافة فئة
pick-referral = إضافة طريقة التحاق
pick-method = إضافة أسلوب عمل
pick-activity = إضافة نشاط
pick-organization = إضافة جهة
pick-funder_type = إضافة نوع
pick-funder = إضافة جهة
pick-kind = إضافة نوع
pick-status = إضافة حالة
pick-level = إضافة مستوى
pick-nothing = يُرجى الاختيار
pick-all-counties = كل المحافظات
option-count = { $label } ({ $count })
age-question = كم عمر الشخص؟
# Left to right marks around the range: it is typed as it stands here.
age-hint = مثلًا 20 أو { "\u2066" }16–24{ "\u2069" }.
age-strict = عرض البرامج التي حُدد فيها العمر فقط
age-note =
    { $count ->
        [zero] العمر محدد في كل البرامج.
        [one] برنامج دعم واحد لم يُحدد فيه العمر. يظهر في أسفل النتائج.
        [two] برنامجا دعم لم يُحدد فيهما العمر. يظهران في أسفل النتائج.
        [few] { $count } برامج دعم لم يُحدد فيها العمر. تظهر في أسفل النتائج.
        [many] { $count } برنامج دعم لم يُحدد فيها العمر. تظهر في أسفل النتائج.
       *[other] { $count } برنامج دعم لم يُحدد فيها العمر. تظهر في أسفل النتائج.
    }
switch-ended = عرض البرامج المنتهية أيضًا
apply = عرض برامج الدعم
apply-count = عرض { $hits }

## Faults in a search

fault-heading = لم نفهم كل شيء
fault-rest = بقية نتائج البحث تظهر في الأسفل.
fault-meant = هل المقصود
fault-age = لم نفهم العمر «{ $value }». يُرجى كتابة العمر بالأرقام، مثلًا 20.
fault-code = لم نفهم «{ $value }» في «{ $name }».
fault-word = لم نفهم «{ $value }» في «{ $name }».
# Left to right marks around the date: it is typed as it stands here.
fault-date = لم نفهم التاريخ «{ $value }». يُرجى كتابته هكذا: السنة ثم الشهر ثم اليوم، مثلًا { "\u2066" }2026-01-31{ "\u2069" }.
fault-number = لم نفهم «{ $value }» في «{ $name }». يُرجى كتابة رقم من 1 إلى { $count }.
fault-long = النص طويل جدًا. الحد الأقصى لعدد الأحرف: { $count }.
fault-many = الاختيارات في «{ $name }» كثيرة. الحد الأقصى في المرة الواحدة: { $count }.
fault-repeated = لا يمكن إدخال أكثر من قيمة واحدة في «{ $name }».

## Interventions: on cards and pages

status-ongoing = جارٍ حاليًا
status-planned = لم يبدأ بعد
status-planned-from = لم يبدأ بعد، يبدأ في { $date }
status-ends-soon = ينتهي قريبًا: { $date }
status-ended = انتهى
status-ended-on = انتهى في { $date }
status-unknown = الفترة غير محددة
review-stale = قد تكون المعلومات قديمة.
review-done = تم التحقق من المعلومات في { $date }
review-never = المعلومات من { $date }، ولم يتحقق منها أحد منذ ذلك الحين
review-undated = المعلومات بلا تاريخ، ولم يتحقق منها أحد
age-one =
    { $age ->
        [zero] أقل من سنة
        [one] سنة واحدة
        [two] سنتان
        [few] { $age } سنوات
        [many] { $age } سنة
       *[other] { $age } سنة
    }
age-range =
    { $max ->
        [zero] أقل من سنة
        [one] من { $min } إلى سنة واحدة
        [two] من { $min } إلى سنتين
        [few] من { $min } إلى { $max } سنوات
        [many] من { $min } إلى { $max } سنة
       *[other] من { $min } إلى { $max } سنة
    }
age-from =
    { $age ->
        [zero] من الولادة
        [one] من عمر سنة واحدة
        [two] من عمر سنتين
        [few] من عمر { $age } سنوات
        [many] من عمر { $age } سنة
       *[other] من عمر { $age } سنة
    }
age-to =
    { $age ->
        [zero] أقل من سنة
        [one] حتى عمر سنة واحدة
        [two] حتى عمر سنتين
        [few] حتى عمر { $age } سنوات
        [many] حتى عمر { $age } سنة
       *[other] حتى عمر { $age } سنة
    }
age-not-stated = العمر غير محدد
age-noted = { $ages }: { $note }
place-national = كل السويد
place-all-of = كل بلديات { $county } ({ $count })
place-more =
    { $count ->
        [zero] لا بلديات أخرى
        [one] بلدية أخرى
        [two] بلديتان أخريان
        [few] { $count } بلديات أخرى
        [many] { $count } بلدية أخرى
       *[other] { $count } بلدية أخرى
    }
fact-where = أين
fact-paid-by = من يدفع
fact-checked = تم التحقق
list-and = { $first } و{ $last }

## One intervention

trail = مكانك في الموقع
trail-start = البداية
also-called = أسماء أخرى: { $names }
checked-never = لا
checked-not-since = لا، المعلومات من { $date }
ended-title = انتهى: { $name }
ended-heading = برنامج الدعم انتهى
ended-when = انتهى في { $date }.
ended-text = لم يعد التسجيل ممكنًا.
ended-successor = يستمر باسم { $name }
stale-heading = قد تكون المعلومات قديمة
stale-call = يُرجى الاتصال قبل الذهاب إلى هناك.
stale-ask = يُرجى السؤال قبل الذهاب إلى هناك.
join-label = التسجيل والأدوات
join-unknown = المصدر لا يذكر كيفية الالتحاق.
no-contact = لا توجد لدينا معلومات اتصال.
no-contact-ask = لا توجد لدينا معلومات اتصال. يمكنك سؤال { $owner }.
contact-call = اتصال بالرقم { $number }
contact-page = معلومات أكثر في { $host }
contact-named = { $name }: { $contact }
contact-phone = الهاتف
contact-email = البريد الإلكتروني
contact-web = الموقع الإلكتروني
read-easy = نسخة سهلة القراءة
read-all = قراءة النص كاملًا
print = طباعة
copy = نسخ الرابط
copy-done = تم نسخ الرابط.
copy-failed = تعذر نسخ الرابط.
section-easy = نسخة سهلة القراءة
section-description = ما يقدمه لك البرنامج
section-where = المكان ومعلومات الاتصال
section-related = مرتبط بـ
section-sources = المصدر والمراجعة
where-visit = عنوان الزيارة
where-hours = الأوقات
cost-free = مجاني
cost-some = مقابل مبلغ مالي
interpreter-yes = نعم
interpreter-no = لا
staff-routes = كيفية الالتحاق
role-owner = الجهة المسؤولة
role-provider = الجهة المنفذة
role-funder = الجهة الممولة
role-partner = بالتعاون مع
period-both = من { $start } إلى { $end }
period-from = من { $start }، وتاريخ النهاية غير محدد
period-to = حتى { $end }، وتاريخ البداية غير محدد
period-unknown = غير محددة
places =
    { $count ->
        [zero] لا مقاعد
        [one] مقعد واحد
        [two] مقعدان
        [few] { $count } مقاعد
        [many] { $count } مقعدًا
       *[other] { $count } مقعد
    }
hours = من { $from } إلى { $to }
hours-from = من { $from }
hours-to = حتى { $to }
weekday-MO = الاثنين
weekday-TU = الثلاثاء
weekday-WE = الأربعاء
weekday-TH = الخميس
weekday-FR = الجمعة
weekday-SA = السبت
weekday-SU = الأحد
language-sv = السويدية
language-en = الإنجليزية
language-ar = العربية
language-so = الصومالية
language-fa = الفارسية
language-prs = الدرية
language-ti = التغرينية
language-uk = الأوكرانية
language-ru = الروسية
language-es = الإسبانية
language-fi = الفنلندية
language-pl = البولندية
language-tr = التركية
related-part-of = جزء من
related-parts = الأجزاء
related-succeeds = امتداد لبرنامج
related-successors = يستمر باسم
source-none = لم يُذكر أي مصدر.
source-from = مصدر المعلومات: { $source }.
source-checked = تم التحقق منها في { $date }.
source-checked-by = تم التحقق منها في { $date } من قبل { $organization }.
source-next = التحقق التالي يتم في { $date } على أبعد تقدير.
source-quotes =
    { $count ->
        [zero] عرض ما يقوله المصدر
        [one] عرض ما يقوله المصدر
        [two] عرض ما تقوله المصادر (موضعان)
        [few] عرض ما تقوله المصادر ({ $count } مواضع)
        [many] عرض ما تقوله المصادر ({ $count } موضعًا)
       *[other] عرض ما تقوله المصادر ({ $count } موضع)
    }
source-supports = يخص هذا: { $facts }.
stated-explicit = هذا مذكور صراحةً في المصدر.
stated-inherited = المصدر يقول ذلك عن الكل الذي ينتمي إليه برنامج الدعم.
stated-inferred = يُفهم هذا من المصدر، لكنه غير مذكور صراحةً.
printed-from = طُبع من Insatskatalogen، { $address }

## Fields of an intervention

field-id = المعرّف
field-name = الاسم
field-alternate_names = أسماء أخرى
field-summary = باختصار
field-description = الوصف
field-eligibility = من يمكنه المشاركة
field-steps = خطوة بخطوة
field-good_to_know = معلومات مفيدة
field-for_staff = للموظفين (handläggare)
field-easy_read = نسخة سهلة القراءة
field-kind = نوع البرنامج
field-level = المستوى
field-target_groups = الفئات المستهدفة
field-ages = العمر
field-coverage = أين
field-organizations = الجهات
field-methods = أسلوب العمل
field-activities = الأنشطة
field-goals = الأهداف
field-indicators = المتابعة
field-period = الفترة
field-status = الحالة
field-part_of = جزء من
field-succeeds = امتداد لبرنامج
field-referral = كيفية الالتحاق
field-contacts = معلومات الاتصال
field-locations = المكان
field-schedules = الأوقات
field-languages = اللغات
field-interpreter = الترجمة الشفوية
field-cost = التكلفة
field-capacity = عدد المقاعد
field-waiting_time = مدة الانتظار
field-duration = المدة
field-accessibility = إمكانية الوصول
field-sources = المصادر
field-as_of = تاريخ المعلومات
field-last_reviewed = آخر تحقق
field-review_by = التحقق قبل
field-state = وضع النشر

## Error pages

error-not-found = الصفحة غير موجودة
error-not-found-text = ربما تغيّر عنوانها. يمكنك البحث عما تريد.
error-gone = برنامج الدعم لم يعد موجودًا
error-gone-text = تمت إزالته من الدليل. يمكنك البحث عن برنامج مشابه.
error-successor = يستمر باسم
error-too-many = عمليات بحث كثيرة في وقت قصير
error-too-many-text = يُرجى الانتظار دقيقة.
error-not-ready = البحث قيد التشغيل
error-not-ready-text = يُرجى الانتظار قليلًا ثم المحاولة من جديد.
error-busy = كثيرون يبحثون الآن
error-busy-text = يُرجى الانتظار قليلًا ثم المحاولة من جديد.
error-internal = حدث خطأ من جانبنا
error-internal-text = يُرجى المحاولة بعد قليل.
error-refused = تعذر عرض الصفحة
error-refused-text = تعذرت قراءة العنوان أو الاستمارة. يُرجى البحث من جديد.
error-reference = عند الاتصال بنا، يُرجى ذكر الرمز { $code }.

## Dates

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

# --- How the words were understood ---
told-applied = بحثنا عن { $words }{ $whom }.
told-anything = برامج دعم
told-age = لشخص عمره { $age }
told-place = في { $place }
told-route = بطريقة الالتحاق «{ $route }»
told-literally = البحث بالكلمات نفسها كما كُتبت
told-corrected = بحثنا عن «{ $word }».
told-instead = البحث عن «{ $word }» بدلًا من ذلك
told-suggested = عرض هذا فقط:
told-suggestion = { $filter }: { $value } ({ $count })
told-expanded = بحثنا أيضًا عن { $words }.

## Names of the vocabularies, in the interface for programs
vocabulary-target-groups = الفئات المستهدفة
vocabulary-municipalities = البلديات
vocabulary-counties = المحافظات
vocabulary-methods = أساليب العمل
vocabulary-activities = الأنشطة
vocabulary-kinds = أنواع برامج الدعم
vocabulary-levels = المستويات
vocabulary-statuses = الحالات
vocabulary-funder-types = أنواع الجهات الممولة
vocabulary-referral-routes = طرق الالتحاق
vocabulary-life-situations = ظروف الحياة

# --- Similar interventions ---
section-similar = برامج دعم مشابهة
ended-similar = عرض برامج دعم مشابهة
