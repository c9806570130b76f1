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
menu = القائمة
menu-languages = اللغة
menu-main = القائمة الرئيسية
menu-search = البحث عن برامج الدعم
menu-overview = نظرة عامة
menu-about = عن الدليل
menu-easy-read = نص سهل القراءة
footer-what = دليل مشترك لبرامج الدعم في كل السويد: دعم للعمل والدراسة ولحياة يومية أفضل.
footer-help = المساعدة
footer-how = كيفية البحث
footer-easy-read = نص سهل القراءة
footer-glossary = شرح الكلمات
footer-contact = التواصل معنا
footer-site = عن الموقع
footer-accessibility = بيان إمكانية الوصول
footer-privacy = البيانات الشخصية – نحن لا نتتبعك
footer-review = كيف تُراجع المعلومات
footer-language = عن الدليل بلغتك
footer-staff = لمن يعملون في تقديم الدعم
footer-compare = مقارنة برامج الدعم
footer-overview = نظرة عامة وفجوات
footer-open-data = البيانات المفتوحة وواجهة API
footer-embed = عرض الدليل في موقعكم
help-now = للحصول على مساعدة الآن
urgent-heading = هناك من يساعد، لا داعي لمواجهة هذا دون دعم
urgent-call = يمكن الاتصال الآن
urgent-title = هناك من يساعد – الاتصال بالرقم { $number }
urgent-later = دعم على المدى الأطول

## The search form

search-form = البحث عن برامج الدعم
search-what = ما المساعدة المطلوبة؟
search-where = أين مكان سكنك؟
search-age = كم عمرك؟
search-in-swedish = اكتب بالسويدية إن أمكن، مثلاً praktik (تدريب عملي) أو jobb (عمل) أو skulder (ديون).
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
start-staff-text = يمكنك البحث بعوامل تصفية أكثر، ومقارنة برامج الدعم جنبًا إلى جنب، وطباعة ورقة للاجتماع.
start-staff-link = البحث بكل عوامل التصفية
start-staff-gaps = الفجوات في برامج الدعم
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
        [zero] جهة مذكورة
        [one] جهة مذكورة
        [two] جهة مذكورة
        [few] جهات مذكورة
        [many] جهة مذكورة
       *[other] جهة مذكورة
    }
number-reviewed = من برامج الدعم تم التحقق منها في آخر 6 أشهر
number-percent = { $share }%
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
left-out-show =
    { $count ->
        [one] عرضه مع النتائج
       *[other] عرضها مع النتائج
    }
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
past-end = هذه هي الصفحة الأخيرة
past-end-text = عدد النتائج أقل من ذلك.
print-list = طباعة القائمة

## No hits

few-lead = النتائج قليلة. هذه الخيارات تعطي نتائج أكثر:
none-lead = لم نجد ما يناسب كل اختياراتك. يمكنك تجربة أحد هذه الخيارات:
none-filters = تغيير عوامل التصفية
none-words = البحث عن شيء آخر
none-situations = اختر ما ينطبق عليك بدلاً من ذلك
widen-ended = عرض البرامج المنتهية أيضًا
widen-without = حذف { $filter }
widen-no-filters = حذف كل عوامل التصفية
widen-county = البحث نفسه في كل { $county }
widen-neighbours = إضافة البلديات المجاورة لبلدية { $municipality }
widen-spelling = هل تقصد «{ $word }»؟
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
filter-ends = تاريخ الانتهاء
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
parameter-columns = الأعمدة
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
about-ends = تاريخ الانتهاء
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
lacking-show =
    { $count ->
        [one] عرض هذه النتيجة
       *[other] عرض هذه النتائج
    }
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
more-ends = عرض المزيد
more-level = عرض المزيد
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
pick-ends = إضافة تاريخ انتهاء
pick-level = إضافة مستوى
pick-nothing = يُرجى الاختيار
pick-all-county = كل المحافظات
option-count = { $label } ({ $count })
write-age = كم عمر الشخص؟
# Left to right marks around the range: it is typed as it stands here.
write-age-hint = مثلًا 20 أو { "\u2066" }16–24{ "\u2069" }.
write-municipality = اسم البلدية
write-municipality-hint = اكتب مثلاً Växjö. أو اختر المقاطعة لتظهر بلدياتها.
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
fault-age-range = لم نفهم العمر «{ $value }». يُرجى كتابة عمر بين 0 و{ $count }. إذا كتبت عمرين فابدأ بالأصغر، مثلًا { "\u2066" }16–24{ "\u2069" }.
fault-age-change = تغيير العمر
fault-code = لم نفهم «{ $value }» في «{ $label }».
fault-former-code = الرمز «{ $value }» في { $label } لم يعد مستخدماً.
fault-code-and-name = الرمز والاسم في «{ $value }» مكانان مختلفان ({ $label }).
fault-word = لم نفهم «{ $value }» في «{ $label }». تُعرض الصفحة من دون هذا الاختيار.
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
list-comma = { "، " }
list-and = { $first } و{ $last }
list-or = أو

## One intervention

trail = مكانك في الموقع
trail-start = البداية
also-called = أسماء أخرى: { $names }
checked-never = لا
checked-not-since = لا، المعلومات من { $date }
ended-title = انتهى: { $name }
ended-heading = برنامج الدعم انتهى
ended-when = انتهى في { $date }.
ended-when-month = انتهى في { $date }.
ended-text = لم يعد التسجيل ممكنًا.
superseded-heading = لهذا البرنامج برنامج يكمله
superseded-text = يُرجى السؤال أولًا عن البرنامج الجديد.
successor = يستمر باسم { $name }
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
read-easy = قراءة النص السهل
read-all = قراءة النص كاملًا
print = طباعة
copy = نسخ الرابط
copy-done = تم نسخ الرابط.
copy-failed = تعذر نسخ الرابط.
add-to-compare = إضافة إلى المقارنة
section-easy = نص سهل القراءة
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
hours-clock = { $hours }:{ $minutes }
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
printed-from = طُبع من Insatskatalogen، { $address }، { $date }

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
field-easy_read = نص سهل القراءة
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
told-place-within = تقع { $place } في { $whole }.
told-municipality = بلدية { $name }
told-route = بطريقة الالتحاق «{ $route }»
told-ends-within_6_months = تنتهي خلال 6 أشهر
told-literally = البحث بالكلمات نفسها كما كُتبت
told-only-typed = البحث فقط عمّا كتبته
told-exactly = بحثنا بالكلمات نفسها كما كتبتها.
told-interpret = دعنا نفسّر الكلمات
told-not-there = لا شيء من هذا في { $place }.
told-not-there-show = عرض ما هو موجود في { $place }
told-not-for = لا شيء من هذا لشخص عمره { $age }.
told-not-for-show = عرض ما يناسب هذا العمر
told-reversed-age = لم نفهم العمر «{ $words }». اكتب العمر الأصغر أولًا، مثلًا { "\u2066" }16–24{ "\u2069" }.
told-corrected = بحثنا عن «{ $word }».
told-instead = البحث عن «{ $word }» بدلًا من ذلك
told-whole-county = تُحتسب { $county } كلها.
told-only-place = عرض { $place } فقط
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
vocabulary-ends = موعد الانتهاء
vocabulary-funder-types = أنواع الجهات الممولة
vocabulary-referral-routes = طرق الالتحاق
vocabulary-life-situations = ظروف الحياة

# --- Similar interventions ---
section-similar = برامج دعم مشابهة
ended-similar = عرض برامج دعم مشابهة جارية حاليًا
ended-similar-any = شاهد برامج مشابهة

# --- The table of hits, and taking the list along ---
view-as = العرض على شكل:
view-cards = بطاقات
view-table = جدول
table-label = برامج الدعم في جدول
table-intervention = برنامج الدعم
groups-more = { $first } و{ $count } غير ذلك
table-unchecked = لا، من { $date }
fit-count = يناسب { $met } من { $all }.
fit-met = مطابق: { $what }.
fit-unknown = غير مذكور: { $what }.
related-heading = قد يناسبك أيضًا
related-neighbour = موجود في { $place }. اسأل إن كان بإمكانك المشاركة.
related-age = لمن عمره { $age }.
related-group = لمجموعة أكبر: { $groups }.
related-words = يخص { $met }. لا يذكر شيئًا عن { $unmet }.
related-near = يشبه ما تبحث عنه.
told-unmatched = لم نجد شيئًا عن { $words }. هذا ما يناسب بقية بحثك.
told-literally-typed = البحث بما كتبته تمامًا
why-like = يظهر لأن { $to } قريبة من كلمة بحثك { $from }.
why-value = يظهر بسبب ما هو مكتوب تحت { $filter }: { $value }.
why-field = يظهر بسبب ما هو مكتوب تحت { $field }.
take-list = الاحتفاظ بالقائمة
as-csv = تنزيل بصيغة CSV
not-stated = غير محدد

# --- Comparing ---
compare-pick = مقارنة
compare-name = مقارنة
compare-this = مقارنة { $name }
compare-limit = يمكنك مقارنة 4 برامج دعم كحد أقصى.
compare-elsewhere =
    { $count ->
        [zero] لم يُختر أي برنامج دعم من صفحات أخرى.
        [one] تم اختيار برنامج دعم واحد من صفحة أخرى.
        [two] تم اختيار برنامجي دعم من صفحات أخرى.
        [few] تم اختيار { $count } برامج دعم من صفحات أخرى.
        [many] تم اختيار { $count } برنامج دعم من صفحات أخرى.
       *[other] تم اختيار { $count } برنامج دعم من صفحات أخرى.
    }
compare-go = مقارنة البرامج المختارة
compare-heading =
    { $count ->
        [zero] مقارنة برامج الدعم
        [one] مقارنة برنامج دعم واحد
        [two] مقارنة برنامجي دعم
        [few] مقارنة { $count } برامج دعم
        [many] مقارنة { $count } برنامج دعم
       *[other] مقارنة { $count } برنامج دعم
    }
compare-none = يمكنك اختيار برامج الدعم للمقارنة من صفحة البحث.
compare-to-search = البحث عن برامج الدعم
compare-one-more = اختيار برنامج آخر
compare-more = إضافة المزيد
compare-print = طباعة المقارنة
compare-too-many = عدد البرامج المختارة { $count }. نعرض أول { $shown } منها.
compare-unknown = برنامج الدعم «{ $id }» غير موجود في الدليل.
compare-gone = برنامج الدعم «{ $name }» لم يعد موجودًا في الدليل.
compare-marked = الفروق التي قد تحسم الاختيار مميزة بعلامة.
compare-private = القائمة محفوظة في الرابط فقط – لا نحفظ أي معلومات عنك أو عن الشخص الذي يتلقى مساعدتك.
compare-show = عرض:
compare-all-rows = كل الصفوف
compare-only = الفروق فقط
compare-alike = لا فرق بين برامج الدعم في ما قد يحسم الاختيار.
compare-table = مقارنة برامج الدعم
compare-fact = المعلومة
compare-remove = حذف
compare-differs = يوجد فرق
compare-unclear = لا توجد معلومات
compare-notes = ملاحظات

# --- The overview ---
overview-name = نظرة عامة
overview-heading = نظرة عامة: { $place }
overview-title =
    { $count ->
        [zero] { $heading } – لا توجد برامج دعم
        [one] { $heading } – برنامج دعم واحد
        [two] { $heading } – برنامجا دعم
        [few] { $heading } – { $count } برامج دعم
        [many] { $heading } – { $count } برنامج دعم
       *[other] { $heading } – { $count } برنامج دعم
    }
overview-country = كل السويد
overview-chosen = البلديات المختارة
overview-lead = هنا يظهر عدد برامج الدعم المتوفرة لكل فئة في كل مكان. بالضغط على رقم تظهر برامج الدعم.
overview-form = اختيار ما تعرضه النظرة العامة
overview-everywhere = كل السويد
overview-all-ages = كل الأعمار
overview-any = الكل
overview-groups = الفئة المستهدفة
overview-show = عرض
overview-local = حساب البرامج المحلية فقط
overview-running =
    { $count ->
        [zero] برنامج دعم لم ينته
        [one] برنامج دعم لم ينته
        [two] برنامج دعم لم ينته
        [few] برامج دعم لم تنته
        [many] برنامج دعم لم ينته
       *[other] برنامج دعم لم ينته
    }
overview-gaps =
    { $count ->
        [zero] فجوة: لا يوجد أي برنامج دعم
        [one] فجوة: لا يوجد أي برنامج دعم
        [two] فجوة: لا يوجد أي برنامج دعم
        [few] فجوات: لا يوجد أي برنامج دعم
        [many] فجوة: لا يوجد أي برنامج دعم
       *[other] فجوة: لا يوجد أي برنامج دعم
    }
overview-ending = تنتهي خلال 6 أشهر، و{ $without_end } بلا تاريخ انتهاء
overview-unchecked = تحتاج إلى تحقق
overview-empty = لا توجد برامج دعم في { $place } بعد.
overview-empty-local = لا يوجد برنامج دعم خاص بـ { $place } وحدها.
overview-empty-also =
    { $count ->
        [zero] لا توجد برامج دعم تشمل هذا المكان أيضًا.
        [one] يوجد برنامج دعم واحد يشمل هذا المكان أيضًا.
        [two] يوجد برنامجا دعم يشملان هذا المكان أيضًا.
        [few] توجد { $count } برامج دعم تشمل هذا المكان أيضًا.
        [many] يوجد { $count } برنامج دعم تشمل هذا المكان أيضًا.
       *[other] يوجد { $count } برنامج دعم تشمل هذا المكان أيضًا.
    }
overview-empty-show =
    { $count ->
        [one] احتسابه أيضًا
       *[other] احتسابها أيضًا
    }
overview-national =
    { $count ->
        [zero] لا تُحسب هنا برامج دعم تشمل البلد كله.
        [one] برنامج الدعم المحسوب هنا يشمل البلد كله.
        [two] برنامجا الدعم المحسوبان هنا يشملان البلد كله.
        [few] برامج الدعم المحسوبة هنا ({ $count }) تشمل البلد كله.
        [many] برامج الدعم المحسوبة هنا ({ $count }) تشمل البلد كله.
       *[other] برامج الدعم المحسوبة هنا ({ $count }) تشمل البلد كله.
    }
overview-table = { $rows } و{ $columns }
overview-caption = عدد برامج الدعم حسب { $rows } و{ $columns }
overview-all = الكل
overview-whole = كل السويد
overview-whole-county = كل المحافظة
overview-whole-chosen = البلديات المختارة
overview-legend = شرح الألوان
overview-legend-gap = 0، فجوة
overview-or-more = { $count } أو أكثر
overview-cell =
    { $count ->
        [zero] { $count } من برامج الدعم في { $place }
        [one] { $count } برنامج دعم في { $place }
        [two] { $count } برنامج دعم في { $place }
        [few] { $count } برامج دعم في { $place }
        [many] { $count } برنامج دعم في { $place }
       *[other] { $count } برنامج دعم في { $place }
    }
overview-cell-group =
    { $count ->
        [zero] { $count } من برامج الدعم لفئة «{ $column }» في { $place }
        [one] { $count } برنامج دعم لفئة «{ $column }» في { $place }
        [two] { $count } برنامج دعم لفئة «{ $column }» في { $place }
        [few] { $count } برامج دعم لفئة «{ $column }» في { $place }
        [many] { $count } برنامج دعم لفئة «{ $column }» في { $place }
       *[other] { $count } برنامج دعم لفئة «{ $column }» في { $place }
    }
overview-cell-named =
    { $count ->
        [zero] { $count } من برامج الدعم: { $column }، في { $place }
        [one] { $count } برنامج دعم: { $column }، في { $place }
        [two] { $count } برنامج دعم: { $column }، في { $place }
        [few] { $count } برامج دعم: { $column }، في { $place }
        [many] { $count } برنامج دعم: { $column }، في { $place }
       *[other] { $count } برنامج دعم: { $column }، في { $place }
    }
overview-cell-other =
    { $count ->
        [zero] { $count } من برامج الدعم في { $place }، { $column }
        [one] { $count } برنامج دعم في { $place }، { $column }
        [two] { $count } برنامج دعم في { $place }، { $column }
        [few] { $count } برامج دعم في { $place }، { $column }
        [many] { $count } برنامج دعم في { $place }، { $column }
       *[other] { $count } برنامج دعم في { $place }، { $column }
    }
overview-cell-no-group =
    { $count ->
        [zero] { $count } من برامج الدعم في { $place } من دون معلومات عن الفئة المستهدفة
        [one] { $count } برنامج دعم في { $place } من دون معلومات عن الفئة المستهدفة
        [two] { $count } برنامج دعم في { $place } من دون معلومات عن الفئة المستهدفة
        [few] { $count } برامج دعم في { $place } من دون معلومات عن الفئة المستهدفة
        [many] { $count } برنامج دعم في { $place } من دون معلومات عن الفئة المستهدفة
       *[other] { $count } برنامج دعم في { $place } من دون معلومات عن الفئة المستهدفة
    }
overview-place-unknown = منطقة غير معروفة
overview-sums = قد يشمل برنامج الدعم الواحد عدة بلديات وفئات. لذلك يكون مجموع الخانات أكبر من المجموع الكلي.
overview-parts = يعرض الجدول الأعمدة { "\u2066" }{ $from }–{ $to }{ "\u2069" } من أصل { $count }. تأتي أولاً الأعمدة التي فيها أكبر عدد من البرامج.
overview-parts-others = عرض الأعمدة الأخرى
overview-parts-label = أجزاء الجدول
overview-part = الأعمدة { "\u2066" }{ $from }–{ $to }{ "\u2069" }
overview-nowhere = لا توجد هنا أي برامج دعم للفئات التالية:
overview-map = خريطة
overview-map-same = الأرقام نفسها موجودة في عمود «الكل» في الجدول.
overview-map-label = خريطة. { $heading }
overview-area =
    { $count ->
        [zero] { $place }، لا توجد برامج دعم
        [one] { $place }، برنامج دعم واحد
        [two] { $place }، برنامجا دعم
        [few] { $place }، { $count } برامج دعم
        [many] { $place }، { $count } برنامج دعم
       *[other] { $place }، { $count } برنامج دعم
    }
overview-gaps-heading = الفجوات
overview-gap-what = ما هي الفجوة؟
overview-gap = غير متوفر في { $place }: { $column }
overview-nowhere-country = غير متوفر في أي مكان في البلد: { $column }
overview-nowhere-county = غير متوفر في أي مكان في المحافظة: { $column }
overview-nowhere-chosen = غير متوفر في أي من البلديات المختارة: { $column }
overview-near = عرض برامج الدعم القريبة ({ $count })
overview-near-county = عرض برامج الدعم في المحافظة ({ $count })
overview-near-chosen = عرض برامج الدعم في البلديات المختارة ({ $count })
overview-near-country = عرض برامج الدعم في كل البلد ({ $count })
overview-gaps-left-out =
    { $count ->
        [zero] لا فجوات أخرى. كلها في الجدول والنص تحته.
        [one] فجوة أخرى. كلها في الجدول والنص تحته.
        [two] فجوتان أخريان. كلها في الجدول والنص تحته.
        [few] { $count } فجوات أخرى. كلها في الجدول والنص تحته.
        [many] { $count } فجوة أخرى. كلها في الجدول والنص تحته.
       *[other] { $count } فجوة أخرى. كلها في الجدول والنص تحته.
    }
overview-ending-heading = تنتهي خلال 6 أشهر
overview-ending-none = حسب ما تذكره المصادر، لا شيء مما يُحسب هنا ينتهي خلال 6 أشهر.
overview-ending-left-out =
    { $count ->
        [zero] لا توجد برامج دعم أخرى تنتهي خلال 6 أشهر.
        [one] برنامج دعم آخر ينتهي خلال 6 أشهر.
        [two] برنامجا دعم آخران ينتهيان خلال 6 أشهر.
        [few] { $count } برامج دعم أخرى تنتهي خلال 6 أشهر.
        [many] { $count } برنامج دعم غيرها تنتهي خلال 6 أشهر.
       *[other] { $count } برنامج دعم غيرها تنتهي خلال 6 أشهر.
    }
overview-ends = تاريخ النهاية

## Pages for a municipality and a life situation

landing-municipality = الدعم في { $place }
landing-municipality-lead = هنا برامج دعم للعمل والدراسة ولحياة يومية أفضل لسكان { $place }. يمكنك البحث أو استخدام عوامل التصفية.
landing-situation-lead = { $line } يمكنك اختيار بلديتك وعمرك لمعرفة ما يناسبك.
title-landing = { $page } – { $hits }

## The catalogue on other sites

embed-heading = دعم للعمل والدراسة
embed-heading-in = دعم للعمل والدراسة في { $place }
embed-all =
    { $count ->
        [zero] لا توجد برامج دعم في Insatskatalogen
        [one] عرض برنامج الدعم في Insatskatalogen
        [two] عرض برنامجي الدعم في Insatskatalogen
        [few] عرض كل برامج الدعم ({ $count }) في Insatskatalogen
        [many] عرض كل برامج الدعم ({ $count }) في Insatskatalogen
       *[other] عرض كل برامج الدعم ({ $count }) في Insatskatalogen
    }
embed-none = لا توجد برامج دعم هنا حاليًا.
embed-none-all = البحث في كل Insatskatalogen
embed-fault = في عنوان هذا المربع خطأ. يظهر هنا ما أمكن فهمه.
embed-how = عرض الدليل في موقعكم
embed-how-lead = يمكنكم وضع مربع بحث في موقعكم. يعرض المربع برامج الدعم في بلديتكم، ويقود إلى هذا الموقع. هذا مجاني.
embed-choose = ما الذي يعرضه المربع؟
embed-everyone = كل الفئات
embed-make = إنشاء الرمز
embed-code = نسخ الرمز
embed-code-frame = إطار بارتفاع ثابت. يعمل في كل مكان.
embed-code-script = نص برمجي يعطي الإطار الارتفاع المناسب. استخدموه إذا كانت النصوص البرمجية مسموحة في موقعكم.
embed-promise = لا يضع المربع أي ملفات تعريف ارتباط (كوكيز)، ولا يتتبع أحدًا. وتحته رابط عادي إلى هنا إذا لم يعمل.
embed-preview = هكذا يظهر المربع

## Suggestions while typing (the script)

suggest-label = اقتراحات
suggest-count-one = اقتراح واحد. يمكنك استخدام سهم الأسفل.
suggest-count = عدد الاقتراحات: { $count }. يمكنك استخدام سهم الأسفل.
suggest-municipalities = البلدية
suggest-target_groups = لمن
suggest-methods = أسلوب العمل
suggest-funders = من يدفع
suggest-interventions = برنامج الدعم

## Pages of text: text-name, its lead and its parts. The bodies are Markdown.

easy-link-search = البحث عن الدعم
easy-link-situations = اختيار ما ينطبق عليك
easy-link-call = أرقام يمكنك الاتصال بها

text-om = عن الدليل
text-om-lead = هنا دعم للعمل والدراسة ولحياة يومية أفضل. ويُذكر ما هو متوفر، ولمن هو، ومن يمكنك سؤاله.
text-om-vad = ما هو برنامج الدعم؟
text-om-vad-body =
    كل [برنامج دعم (insats)](/ordlista#insats) هو دعم يمكنك الحصول عليه. قد يكون تدريبًا عمليًا في مكان عمل، أو دورة، أو مرشدًا شخصيًا. وقد يكون نصائح بشأن الديون، أو مساعدة على تحسين الصحة النفسية.

    تقف وراء هذه البرامج جهات كثيرة: بلديتك، أو الإقليم (region)، أو مكتب العمل (Arbetsförmedlingen)، أو جمعية. وكثيرًا ما تعمل هذه الجهات معًا، فيصعب معرفة من يجب سؤاله. لذلك نجمع كل شيء في مكان واحد.
text-om-sok = كيفية البحث
text-om-sok-body =
    - يمكنك كتابة المساعدة المطلوبة بكلمات سويدية، لأن النصوص بالسويدية. مثلًا **skulder** (ديون) أو **lära mig svenska** (تعلم السويدية).
    - ويمكنك كتابة عمرك وبلديتك أيضًا: **praktik 20 år Växjö**. نحن نفهم كل جزء من ذلك.
    - إذا كانت النتائج كثيرة، يمكنك استخدام عوامل التصفية، ثم الضغط على **عرض برامج الدعم**.
    - لحذف اختيار، يمكنك الضغط على علامة × بجانبه.
    - بعد ذلك يمكنك القراءة عن برنامج الدعم. في مربع **كيفية الالتحاق** مكتوب كيف يتم ذلك، إذا كنا نعرفه. وإلا فمكتوب هناك من يمكنك سؤاله.

    هل إيجاد الكلمات صعب؟ يمكنك اختيار [ما ينطبق عليك](/#situationer).
text-om-ratt = هل المعلومات هنا صحيحة؟
text-om-ratt-body =
    لكل معلومة مصدر مذكور في الصفحة. ويُذكر أيضًا تاريخ المعلومة. هل مكتوب أن المعلومات قد تكون قديمة؟ إذن يُرجى السؤال قبل الذهاب إلى هناك. المزيد عن [كيف نراجع المعلومات](/sa-granskas).
text-om-vem = من يُعد الدليل؟
text-om-vem-body =
    { $operator ->
        [none] لم تكتب الجهة التي تدير هذا الموقع اسمها بعد.
       *[other] يدير هذا الموقع { $operator }.
    } هل لديك سؤال؟ يمكنك [التواصل معنا](/kontakt).
text-om-mer = المزيد عن الدليل
text-om-mer-body =
    - [شرح الكلمات](/ordlista): كلمات صعبة ومعانيها
    - [نص سهل القراءة](/lattlast): باختصار عن الدليل
    - [البيانات الشخصية](/personuppgifter): نحن لا نتتبعك
    - [البيانات المفتوحة](/oppna-data): تنزيل كل ما في الدليل

text-lattlast = نص سهل القراءة
text-lattlast-lead = هنا يمكنك أن تجد مساعدة.
text-lattlast-vad = ما هذا؟
text-lattlast-vad-body =
    هذه قائمة بالمساعدات في السويد.

    توجد مساعدة لإيجاد عمل.\
    توجد مساعدة للدراسة.\
    توجد مساعدة لتحسين حالتك.
text-lattlast-gor = ماذا أفعل؟
text-lattlast-gor-body =
    أولًا: كتابة المساعدة المطلوبة، بالسويدية.\
    ثانيًا: اختيار مكان السكن.\
    ثالثًا: الضغط على **بحث**.

    عندها تظهر المساعدة المتوفرة.\
    أحيانًا تُذكر كيفية الالتحاق بها.\
    وإلا يُذكر من يمكنك سؤاله.
text-lattlast-kostar = كم التكلفة؟
text-lattlast-kostar-body =
    البحث مجاني.\
    لا حاجة إلى ذكر اسمك.\
    لا نحفظ كلمات بحثك.\
    لكن من يستخدم الحاسوب نفسه قد يراها في المتصفح.
text-lattlast-hjalp = هل هذا صعب؟
text-lattlast-hjalp-body =
    يمكنك البحث مع شخص آخر.\
    مثلًا مع صديق، أو مع موظف في المكتبة.

text-ordlista = شرح الكلمات
text-ordlista-lead = هنا معاني الكلمات المستخدمة في الدليل. كثير من الشروح بالسويدية فقط.
glossary-own = كلمات شائعة
glossary-also = كلمات أخرى: { $words }
term-insats = برنامج دعم (insats)
term-insats-text = دعم يمكنك الحصول عليه. مثلًا تدريب عملي في مكان عمل، أو دورة، أو مرشد شخصي.
term-handlaggare = الموظف المسؤول عن ملفك (handläggare)
term-handlaggare-text = من يعمل على قضيتك، مثلًا في البلدية أو في مكتب العمل (Arbetsförmedlingen).
term-malgrupp = الفئة المستهدفة (målgrupp)
term-malgrupp-text = الأشخاص الذين خُصص لهم برنامج الدعم.
term-vag-in = كيفية الالتحاق (väg in)
term-vag-in-text = طريقة الانضمام إلى البرنامج. إما التسجيل بنفسك، أو أن يسجلك شخص آخر.
term-remiss = إحالة (remiss)
term-remiss-text = ورقة من الرعاية الصحية مثلًا، تقول إنك بحاجة إلى هذا الدعم.
term-finsam = تمويل مشترك بين الجهات (Finsam)
term-finsam-text = تتقاسم البلدية والإقليم (region) ومكتب العمل (Arbetsförmedlingen) وصندوق التأمينات الاجتماعية (Försäkringskassan) المال المخصص للدعم. تفعل ذلك ضمن اتحاد تنسيق (samordningsförbund).
term-forsorjningsstod = إعانة المعيشة (försörjningsstöd)
term-forsorjningsstod-text = مال من البلدية لمن لا يستطيع دفع ثمن الطعام والإيجار. يُسمى أيضًا المساعدة الاقتصادية (ekonomiskt bistånd).
term-period = الفترة غير محددة
term-period-text = المصدر لا يذكر متى يبدأ برنامج الدعم أو متى ينتهي. يُرجى السؤال إن كان لا يزال متوفرًا.
term-kalla = المصدر (källa)
term-kalla-text = الورقة أو الصفحة التي جاءت منها المعلومات.
term-lucka = فجوة (lucka)
term-lucka-text = بلدية لا نعرف فيها أي برنامج دعم لفئة معينة.

text-kontakt = التواصل معنا
text-kontakt-lead = من يمكنك سؤاله؟ يتوقف ذلك على الموضوع.
text-kontakt-insats = لمعرفة المزيد عن برنامج دعم
text-kontakt-insats-body = يُرجى سؤال الجهة التي تقدم البرنامج. إذا كنا نعرف رقمًا أو عنوانًا فهو مكتوب في صفحة البرنامج تحت **كيفية الالتحاق**. وإلا فمكتوب هناك من يمكنك سؤاله. لا يمكننا تسجيلك، ولا نرى ملفاتك لدى الجهات الأخرى.
text-kontakt-fel = في إحدى الصفحات خطأ
text-kontakt-fel-body =
    { $contact ->
        [none] يُرجى إبلاغ الجهة التي تقدم البرنامج. اسمها مكتوب تحت **للموظفين (handläggare)**.
       *[other] يُرجى الكتابة إلى { $contact } وذكر الصفحة والخطأ. من دون كتابة أسماء أو أرقام شخصية (personnummer).
    }
text-kontakt-vi = للوصول إلينا نحن من ندير الموقع
text-kontakt-vi-body =
    { $operator ->
        [none] لم تكتب الجهة التي تدير الموقع اسمها بعد.
       *[other] يدير هذا الموقع { $operator }.
    } { $contact ->
        [none] لا يوجد عنوان للمراسلة بعد.
       *[other] للمراسلة: { $contact }.
    }

text-sa-granskas = كيف تُراجع المعلومات
text-sa-granskas-lead = يجب أن يكون كل ما في الدليل موثوقًا. لذلك يُذكر دائمًا مصدر المعلومة وتاريخها.
text-sa-granskas-kallor = لكل شيء مصدر
text-sa-granskas-kallor-body = كل معلومة لها [مصدر](/ordlista#kalla). قد يكون خطة، أو تقريرًا، أو صفحة لدى الجهة التي تقدم البرنامج. المصدر مذكور في أسفل كل صفحة، مع رابط إن أمكن. نحن لا نخمّن. ما لا يذكره أي مصدر نتركه فارغًا.
text-sa-granskas-kontroll = كيف يتم التحقق
text-sa-granskas-kontroll-body = يمكن للجهة التي تقدم البرنامج أن تراجع المعلومات وتؤكد صحتها. عندها يُكتب **تم التحقق من المعلومات في** مع التاريخ. ألا يوجد تاريخ؟ إذن لم يفعل أحد ذلك بعد. ويظهر بدلًا من ذلك تاريخ المصدر.
text-sa-granskas-gammalt = عندما تكون المعلومات قديمة
text-sa-granskas-gammalt-body = بعد سنة بلا تحقق يُكتب أن المعلومات قد تكون قديمة. عندها يُرجى سؤال الجهة التي تقدم البرنامج قبل الذهاب إلى هناك. وبرنامج الدعم الذي انتهى يبقى في الدليل، ويُكتب أنه انتهى. ولا يظهر إلا إذا طلبت ذلك.
text-sa-granskas-saknas = عندما تنقص معلومات
text-sa-granskas-saknas-body = إذا لم نعرف العمر يُكتب **العمر غير محدد**. وإذا لم نعرف الوقت يُكتب **الفترة غير محددة**. ويظهر أيضًا عدد برامج الدعم غير المعروضة، والسبب.
text-sa-granskas-fel = هل رأيت خطأ؟
text-sa-granskas-fel-body = شكرًا على إبلاغنا. في صفحة [التواصل معنا](/kontakt#fel) مكتوب كيف يتم ذلك.

text-personuppgifter = البيانات الشخصية – نحن لا نتتبعك
text-personuppgifter-lead = لا نحفظ أي معلومة عمّن يبحث. ولا نستخدم ملفات تعريف الارتباط (كوكيز). ولن يعرف أحد أنك كنت هنا.
text-personuppgifter-sparar = ما لا نحفظه
text-personuppgifter-sparar-body = لا نحفظ كلمات بحثك. ولا نحفظ الصفحات التي فتحتها، ولا مكانك. لا حاجة إلى تسجيل الدخول. اختياراتك موجودة في عنوان الصفحة. ومتصفحك يتذكر هذا العنوان، وعلى حاسوب مشترك قد يراه آخرون.
text-personuppgifter-kakor = لا ملفات تعريف ارتباط
text-personuppgifter-kakor-body = لا نضع ملفات تعريف ارتباط (كوكيز)، ولا نحفظ أي شيء آخر في هاتفك أو حاسوبك. لذلك لا يوجد هنا مربع موافقة.
text-personuppgifter-logg = ما يسجله الخادم
text-personuppgifter-logg-body =
    عند فتح صفحة، يسجل الخادم أي صفحة هي، ومتى فُتحت، وكم استغرق ذلك. ولا يسجل كلمات بحثك. ولا يسجل من أنت، ولا من أين دخلت.

    متصفحك نفسه يتذكر الصفحات التي زرتها. إذا كان آخرون يستخدمون الحاسوب نفسه، فمن الأفضل استخدام نافذة خاصة.
text-personuppgifter-andra = لا أحد غيرنا
text-personuppgifter-andra-body = لا تجلب الصفحة شيئًا من مواقع أخرى. لا أدوات قياس، ولا أزرار لوسائل التواصل الاجتماعي، ولا خرائط من الآخرين. وعند فتح رابط من هنا، لا يعرف الموقع الآخر من أين جئت.
text-personuppgifter-katalogen = الأشخاص في الدليل
text-personuppgifter-katalogen-body = لا توجد في الدليل أسماء أشخاص، ولا أرقام خاصة بهم. هل رأيت شيئًا من ذلك؟ [يُرجى إبلاغنا](/kontakt#fel) لتتم إزالته.
text-personuppgifter-ansvar = من المسؤول عن ذلك؟
text-personuppgifter-ansvar-body =
    { $operator ->
        [none] لم تكتب الجهة التي تدير الموقع اسمها بعد.
       *[other] المسؤول عن الموقع: { $operator }.
    } { $contact ->
        [none] لا يوجد عنوان للمراسلة بعد.
       *[other] هل لديك أسئلة؟ للمراسلة: { $contact }.
    }

text-tillganglighet = بيان إمكانية الوصول
text-tillganglighet-lead = يجب أن يتمكن الجميع من استخدام Insatskatalogen. هنا مكتوب مدى التزام الموقع بالقانون، والعيوب التي نعرفها، وكيفية إبلاغنا إذا لم يعمل شيء.
text-tillganglighet-vem = من المسؤول
text-tillganglighet-vem-body =
    { $operator ->
        [none] لم تكتب الجهة التي تدير الموقع اسمها بعد. لذلك لا يوجد بعد مسؤول عن هذا البيان.
       *[other] المسؤول عن Insatskatalogen: { $operator }.
    }
text-tillganglighet-omfattar = ما يشمله البيان
text-tillganglighet-omfattar-body = يشمل البيان كل صفحات Insatskatalogen، وكذلك مربع البحث الذي يظهر في مواقع أخرى. ولا يشمل صفحات الآخرين التي نضع روابط إليها.
text-tillganglighet-hur = مدى الالتزام بالقانون
text-tillganglighet-hur-body = نبني الموقع وفق المستوى AA من معيار WCAG 2.2. وهذا أكثر مما يطلبه القانون السويدي لإمكانية الوصول إلى الخدمات العامة الرقمية. الدليل **متوافق جزئيًا** مع القانون، بسبب العيوب المذكورة أدناه.
text-tillganglighet-brister = العيوب التي نعرفها
text-tillganglighet-brister-body =
    - **لا توجد استمارة للإبلاغ.** يطلب القانون طريقة لإرسال الملاحظات في الموقع نفسه. لم تُنشأ الاستمارة بعد.
    - **النصوص السهلة القراءة قليلة.** لا يوجد نص سهل القراءة لبرنامج الدعم إلا إذا كتبته الجهة التي تقدمه.
    - **كلمات صعبة في نصوص برامج الدعم.** كثيرًا ما تأتي النصوص من تقارير. الكلمات الصعبة موجودة في [شرح الكلمات](/ordlista).
    - **لم يجربه الناس بعد.** لم نجرب الموقع بقارئ شاشة، ولا مع أشخاص ذوي إعاقة.
text-tillganglighet-provat = كيف جربنا الموقع
text-tillganglighet-provat-body =
    قيّمنا الدليل بأنفسنا. كان آخر تقييم في 25 نوفمبر 2026. وفي اليوم نفسه عُدّل هذا النص.

    نجرب كل صفحة في متصفح كلما غيّرنا شيئًا: قواعد الرمز والتباين، ولوحة المفاتيح وحدها، ومن دون نصوص برمجية، وبعرض شاشة الهاتف، وبمسافات مختلفة في النص، وفي الوضع الداكن، وعلى الورق.
text-tillganglighet-rapportera = الإبلاغ عن شيء لا يعمل
text-tillganglighet-rapportera-body =
    { $contact ->
        [none] لا يوجد عنوان للمراسلة بعد. على الجهة التي تدير الموقع أن تضيفه.
       *[other] يُرجى الكتابة إلى { $contact } وذكر الصفحة. لا حاجة إلى ذكر اسمك.
    } يمكنك أيضًا طلب المحتوى بشكل آخر، مثلًا على الورق أو مقروءًا بصوت.
text-tillganglighet-digg = ألم يقنعك الجواب؟
text-tillganglighet-digg-body = هيئة الإدارة الرقمية (Digg) تراقب الالتزام بالقانون. يمكنك [إبلاغ Digg عن العيوب](https://www.digg.se/tdosanmalan).

text-oppna-data = البيانات المفتوحة وواجهة API
text-oppna-data-lead = يمكن تنزيل كل ما في الدليل واستخدامه بحرية، في البرامج وفي المواقع الأخرى.
text-oppna-data-hamta = التنزيل
text-oppna-data-hamta-body =
    - [كل برامج الدعم](/api/v1/interventions)، بصيغة JSON
    - [قوائم الرموز](/api/v1/vocabularies): البلديات والفئات المستهدفة وأساليب العمل وغيرها
    - [وصف واجهة API](/api/v1/openapi.json)، بصيغة OpenAPI

    تعمل في واجهة API الكلمات وعوامل التصفية نفسها المستخدمة في صفحة البحث. ولا حاجة إلى مفتاح.
text-oppna-data-villkor = الشروط
text-oppna-data-villkor-body = استخدام المعلومات حر (CC0). ونرحب بذكر مصدرها. ويُرجى دائمًا إظهار تاريخ المعلومات. هل تريدون عرض مربع بحث فقط؟ [هذه هي الطريقة](/inbaddat).

text-sprak = الدليل بالعربية
text-sprak-lead = يعرض Insatskatalogen برامج دعم للعمل والدراسة ولحياة يومية أفضل في السويد.
text-sprak-vad = ما الذي يوجد هنا
text-sprak-vad-body = هنا مثلًا تدريب عملي في مكان عمل، ودورات، ونصائح بشأن المال، ومساعدة على تحسين الصحة النفسية. ويُذكر لمن هذا الدعم ومن يمكنك سؤاله. البحث مجاني، ولا حاجة إلى ذكر اسمك.
text-sprak-sok = كيفية البحث
text-sprak-sok-body = يمكنك كتابة المساعدة المطلوبة بكلمات سويدية، واختيار مكان سكنك. ويمكنك أيضًا اختيار [ما ينطبق عليك](/#situationer) من دون كتابة أي شيء.
text-sprak-ring = بمن يمكنك الاتصال
text-sprak-ring-body = إذا كنا نعرف رقمًا أو عنوانًا فهو مكتوب في صفحة برنامج الدعم تحت **كيفية الالتحاق**. وإلا فمكتوب هناك من يمكنك سؤاله. ويمكنك ذكر لغتك وطلب ترجمة شفوية. بالسويدية: «Jag talar arabiska. Jag behöver en tolk». ومعناها: أتكلم العربية وأحتاج إلى مترجم. في الأسفل أرقام لمن يحتاج إلى مساعدة الآن.
text-sprak-svenska = ما هو بالسويدية
text-sprak-svenska-body = نصوص الدليل نفسه مترجمة إلى العربية. لكن كثيرًا من الشروح في صفحة [شرح الكلمات](/ordlista) بالسويدية فقط. لم يراجع الترجمة بعدُ شخص لغته الأم العربية، وقد تكون فيها أخطاء. أما النصوص عن كل برنامج دعم فهي بالسويدية.

# --- Changes of an intervention ---
changes-link = عرض التعديلات
changes-title = التعديلات: { $name }
changes-trail = التعديلات
changes-intro = هنا يظهر ما تغيّر في المعلومات، ومتى. الأحدث أولًا.
changes-published = أُضيف برنامج الدعم إلى الدليل.
changes-back = أُضيف برنامج الدعم إلى الدليل من جديد.
changes-archived = أُزيل برنامج الدعم من الدليل.
changes-changed = تم تعديل: { $fields }.
changes-added = تمت إضافة: { $fields }.
changes-removed = تم حذف: { $fields }.
changes-return = العودة إلى برنامج الدعم

## Tables: the headings are the names of the fields above. Parts of a value, and values that are in no code list.

member-start = البداية
member-end = النهاية
member-routes = الطرق
member-text = بالكلمات
member-free = مجاني
member-places = العدد
member-min = من
member-max = إلى
member-note = ملاحظة
member-id = المعرّف
member-name = الاسم
member-type = النوع
member-role = الدور
member-target = العدد
member-unit = الوحدة
member-email = البريد الإلكتروني
member-phone = الهاتف
member-url = الموقع الإلكتروني
member-address = العنوان
member-postal_code = الرمز البريدي
member-city = المدينة
member-latitude = خط العرض
member-longitude = خط الطول
member-byday = الأيام
member-opens_at = يفتح
member-closes_at = يغلق
member-document = الوثيقة
member-section = القسم
member-date = التاريخ
member-supports = ما يثبته
member-quote = اقتباس
member-stated = كيف ذُكر
value-true = نعم
value-false = لا
value-national = كل البلد
value-kept = (أطول من أن تتسع له خانة، لا يتغير)
value-owner = الجهة المسؤولة
value-provider = الجهة المنفذة
value-partner = الجهة المتعاونة
value-funder = الجهة الممولة
value-explicit = صراحةً
value-inherited = عن الكل
value-inferred = يُفهم ضمنًا
value-draft = مسودة
value-in_review = قيد المراجعة
value-published = منشور
value-archived = مؤرشف
value-MO = الاثنين
value-TU = الثلاثاء
value-WE = الأربعاء
value-TH = الخميس
value-FR = الجمعة
value-SA = السبت
value-SU = الأحد

## Files in and out: the names of the sheets, what each column is, how it is written and what can be wrong.
## The files are Swedish, so what stands in them is quoted in Swedish, with marks around what is typed left to right.

sheet-records = برامج الدعم
sheet-guide = الشرح
guide-column = العمود
guide-meaning = معناه
guide-how = كيفية الكتابة
guide-value = القيمة المسموحة
guide-code = الرمز
column-id = المعرّف الثابت لبرنامج الدعم. لا يتغير أبدًا. يُترك فارغًا لبرنامج جديد، فيُشتق من الاسم.
column-name = الاسم كما تكتبه الجهة المسؤولة.
column-alternate_names = طرق كتابة أخرى واختصارات.
column-summary = جملة واحدة بكلمات بسيطة.
column-description = ما يقدمه البرنامج. يمكن استخدام Markdown.
column-eligibility = لمن البرنامج، بالكلمات.
column-steps = ما يحدث، خطوة بخطوة.
column-good_to_know = أمور عملية مفيدة.
column-for_staff = ما لا يحتاج إليه إلا الموظف (handläggare).
column-easy_read = الشيء نفسه بسويدية سهلة القراءة.
column-kind = نوع البرنامج. الفارغ يعني غير ذلك.
column-level = هل البرنامج موجه إلى أشخاص أم إلى عمل الجهات.
column-target_groups = لمن البرنامج، من قائمة الرموز.
column-ages = الأعمار بالسنوات الكاملة. الحدان مشمولان، والحد غير المعروف يُترك مفتوحًا.
column-coverage = أين يجب أن يسكن المشارك.
column-locations = أين يجري البرنامج.
column-organizations = من المسؤول، ومن ينفذ، ومن يتعاون، ومن يدفع.
column-methods = أساليب العمل، من قائمة الرموز.
column-activities = الأنشطة، من قائمة الرموز.
column-goals = ما تريد الجهة المسؤولة تحقيقه، بالعدد والوحدة إن ذُكرا.
column-indicators = كيف تجري المتابعة.
column-period-start = متى يبدأ البرنامج، بقدر ما هو معروف.
column-period-end = متى ينتهي البرنامج، بقدر ما هو معروف.
column-part_of = معرّف البرنامج الذي هذا البرنامج جزء منه.
column-succeeds = معرّف البرنامج الذي هذا البرنامج امتداد له.
column-referral-routes = كيفية الالتحاق، من قائمة الرموز.
column-referral-text = كيفية الالتحاق، بالكلمات.
column-contacts = جهات يمكن الاتصال بها. من دون اسم شخص أو عنوانه أو رقمه.
column-schedules = متى يكون المكان مفتوحًا، أو متى تكون اللقاءات.
column-languages = اللغات التي يُقدم بها البرنامج.
column-interpreter = هل الترجمة الشفوية متوفرة.
column-cost-free = هل المشاركة مجانية.
column-cost-text = كم التكلفة، بالكلمات.
column-capacity-places = كم شخصًا يمكنه المشاركة.
column-capacity-text = كم شخصًا يمكنه المشاركة، بالكلمات.
column-waiting_time = مدة الانتظار.
column-duration = كم تستمر المشاركة.
column-accessibility = ما تم عمله من أجل إمكانية الوصول.
column-sources = الوثائق التي جاءت منها المعلومات. تحت «styrker» تُكتب عناوين الأعمدة التي يقول المصدر عنها شيئًا.
column-as_of = تاريخ أحدث مصدر. الفارغ يُؤخذ من المصادر.
column-last_reviewed = متى أكدت الجهة المسؤولة صحة المعلومات آخر مرة.
column-review_by = إلى متى يسري ذلك.
column-state = أين وصل البرنامج في طريقه إلى القراء. الفارغ يعني منشور.
how-line = سطر واحد. الحد الأقصى لعدد الأحرف: { $count }.
how-markdown = نص من عدة فقرات. الحد الأقصى لعدد الأحرف: { $count }.
how-integer = عدد صحيح من { $min } إلى { $max }.
how-number = عدد من { $min } إلى { $max }.
how-flag = ja (نعم) أو nej (لا)
how-date = يوم أو شهر أو سنة: { "\u2066" }2026-01-31{ "\u2069" } أو { "\u2066" }2026-01{ "\u2069" } أو 2026.
how-day = يوم: { "\u2066" }2026-01-31{ "\u2069" }.
how-time = الساعة: 14:00.
how-code = اسم أو رمز من القائمة.
how-coverage = بلدية أو محافظة بالاسم أو الرمز، أو «hela landet».
how-slug = من 1 إلى 80 حرفًا: a–z و{ "\u2066" }0–9{ "\u2069" } والشرطة.
how-language = اسم اللغة، أو رمزها من حرفين أو ثلاثة (ISO 639).
how-url = عنوان موقع يبدأ بـ { "\u2066" }https://{ "\u2069" } أو { "\u2066" }http://{ "\u2069" }.
how-email = عنوان بريد إلكتروني مشترك، وليس عنوان شخص.
how-phone = أرقام ومسافات وشرطات، وعلامة + في البداية.
how-list = { $one } تُفصل القيم بفاصلة منقوطة (;) أو بسطر جديد. القيمة التي فيها فاصلة منقوطة توضع بين علامتي اقتباس.
how-parts = { $example }. تُفصل القيم بفاصلة منقوطة (;)، وأجزاؤها بخط عمودي (|). الأجزاء غير المعروفة تُترك.
how-ages = { "\u2066" }16–24; 13–17 (metodutveckling){ "\u2069" }. الحدود المفتوحة تُكتب { "\u2066" }20–{ "\u2069" } أو { "\u2066" }–24{ "\u2069" }.
how-organizations = { "\u2066" }Växjö kommun (ansvarar); ESF (finansiär){ "\u2069" }. الجهة الجديدة تُكتب: { "\u2066" }namn | identitet: … | typ: … | roll: …{ "\u2069" }.
how-schedules = { "\u2066" }måndag, onsdag 14:00–15:00 (Informationsmöte){ "\u2069" }.
import-not-json = السطر ليس بصيغة JSON ({ $reason }).
import-no-headings = لا يوجد سطر عناوين. يجب أن يضم السطر الأول عناوين الأعمدة، مثل Identitet وNamn.
import-unknown-heading = لا يوجد عمود باسم «{ $heading }». إذا بدأ العنوان بعلامة # فلن يُقرأ العمود.
import-empty-heading = في أحد الأعمدة قيم بلا عنوان. يلزمه عنوان، أو عنوان يبدأ بعلامة # كي لا يُقرأ.
import-nearest = هل المقصود { $names }؟
import-heading-twice = العنوان «{ $heading }» مكرر.
import-broken-cell = في الخانة خطأ من برنامج الجداول.
import-nothing-to-keep = كانت القيمة أطول من أن تتسع لها خانة عند إنشاء الملف، وبرنامج الدعم غير موجود هنا. يُرجى استخدام JSONL.
import-twice = المعرّف { $id } موجود في سطر سابق.
import-missing-reference = برنامج الدعم { $id } غير موجود في الدليل.
import-not-a-workbook = الملف ليس مصنف Excel، أو أنه تالف ({ $reason }).
import-not-text = تعذرت قراءة الملف كنص ({ $reason }).
import-too-large = الملف كبير جدًا: حجمه بعد فك الضغط يزيد على { $count } MiB.
import-too-wide = أعمدة الجدول كثيرة جدًا. الحد الأقصى: { $count }.
import-too-long = أسطر الجدول كثيرة جدًا. الحد الأقصى: { $count }.
import-not-an-integer = «{ $value }» ليس عددًا صحيحًا يمكن استخدامه هنا.
import-not-a-number = «{ $value }» ليس عددًا يمكن استخدامه هنا.
import-not-a-flag = «{ $value }» ليس ja (نعم) ولا nej (لا).
import-not-readable = لم نفهم «{ $value }».
import-control-characters = في «{ $value }» رموز تحكم أو أسطر جديدة.
import-not-allowed = لا يمكن استخدام «{ $value }» هنا.
import-no-longer-in-use = الرمز «{ $value }» لم يعد مستخدماً.
import-code-and-name-differ = الرمز والاسم في «{ $value }» مكانان مختلفان.
import-identity-number = «{ $value }» يشبه رقمًا شخصيًا (personnummer). لا يجوز وجود بيانات شخصية في الدليل.
import-mobile-phone = «{ $value }» يشبه رقم هاتف محمول. الرقم الذي يتشاركه عدة أشخاص يُكتب تحت Kontakt.
import-personal-email = «{ $value }» يشبه عنوان البريد الإلكتروني لشخص. يُرجى كتابة عنوان مشترك.
import-person-name = في «{ $value }» اسم شخص. يُرجى كتابة وظيفة.
import-too-many = القيم كثيرة جدًا: { $value }.
import-unknown-key = مكان «{ $value }» ليس هنا.
import-missing = هذه المعلومة إلزامية.
import-moved = عدّل شخص آخر برنامج الدعم أثناء قراءة الملف. يُرجى تحميل الملف من جديد.
import-no-id = ليس في الاسم حروف أو أرقام يمكن اشتقاق معرّف منها.
import-date-for-age = «{ $value }» تاريخ. لقد غيّر برنامج الجداول العمر. اجعل تنسيق العمود نصًا واكتب العمر من جديد.
import-min-above-max = العمر الأدنى أعلى من العمر الأقصى.
import-end-before-start = النهاية قبل البداية.
import-names-itself = برنامج الدعم يشير إلى نفسه.
import-review-by-before-reviewed = التحقق التالي قبل آخر تحقق.
import-no-summary = منشور بلا جملة تلخصه.
import-no-owner = منشور بلا جهة مسؤولة.
import-no-source = منشور بلا مصدر.
import-other = لا يمكن استخدام القيمة ({ $reason }).
