#!/usr/bin/env python3
"""Judged queries against PostgreSQL's Swedish full-text search.

    ablation --texts FOLDER JUDGED…          (writes FOLDER/texts.jsonl and *.queries.jsonl)
    postgres.py FOLDER                       (connects with the usual PG* variables)

Name, summary and the rest weigh A, B and D. Two ways to ask: all words (plainto_tsquery, as it
comes), and any word ranked by ts_rank with length normalisation. Filters are applied outside:
a query may find what its filters let through, which both engines are given alike.
"""
import json
import math
import sys
from pathlib import Path

import psycopg2

ALL = "plainto_tsquery('swedish', %s)"
ANY = "replace(plainto_tsquery('swedish', %s)::text, '&', '|')::tsquery"


def load(cursor, folder):
    cursor.execute("create temp table rec (id text primary key, tsv tsvector)")
    for line in (folder / "texts.jsonl").open(encoding="utf-8"):
        r = json.loads(line)
        cursor.execute(
            "insert into rec values (%s, setweight(to_tsvector('swedish',%s),'A')"
            " || setweight(to_tsvector('swedish',%s),'B') || setweight(to_tsvector('swedish',%s),'D'))",
            (r["id"], r["name"], r["summary"], r["rest"]))
    cursor.execute("create index on rec using gin(tsv)")
    cursor.execute("analyze rec")


def search(cursor, query, how):
    if not query["q"]:
        cursor.execute("select id from rec order by id")
    else:
        cursor.execute(
            f"select id from rec, (select {how} as q) as asked where tsv @@ q"
            " order by ts_rank(tsv, q, 1) desc, id", (query["q"],))
    ids = (row[0] for row in cursor)
    allowed = query["allowed"]
    return [i for i in ids if allowed is None or i in allowed][:20]


def gain(grade):
    return 2 ** min(grade, 5) - 1


def score(query, found):
    grades = query["grades"]
    ideal = sum(gain(g) / math.log2(n + 2) for n, g in enumerate(sorted(grades.values(), reverse=True)[:10]))
    reached = sum(gain(grades.get(i, 0)) / math.log2(n + 2) for n, i in enumerate(found[:10]))
    rank = next((n + 1 for n, i in enumerate(found) if grades.get(i) == 3), None)
    return reached / ideal, sum(i in grades for i in found) / len(grades), 1 / rank if rank else 0


def main(folder):
    cursor = psycopg2.connect("").cursor()
    load(cursor, folder)
    print("| PostgreSQL | nDCG@10 | recall@20 | MRR | nothing found where nothing is |\n|---|---|---|---|---|")
    for file in sorted(folder.glob("*.queries.jsonl")):
        queries = [json.loads(line) for line in file.open(encoding="utf-8")]
        for name, how in (("all words", ALL), ("any word", ANY)):
            scores, nothing = [], []
            for query in queries:
                found = search(cursor, query, how)
                if query["kind"] == "no-result":
                    nothing.append(not found)
                else:
                    scores.append(score(query, found))
            means = " | ".join(f"{sum(s[i] for s in scores) / len(scores):.3f}" for i in range(3))
            right = f"{100 * sum(nothing) / len(nothing):.0f} %" if nothing else "–"
            print(f"| {file.name.removesuffix('.queries.jsonl')}, {name} | {means} | {right} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
