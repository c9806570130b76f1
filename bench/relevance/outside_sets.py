#!/usr/bin/env python3
"""Public questions to Swedish authorities as records and judged queries.

    outside_sets.py swefaq swefaq_dev.jsonl swefaq_test.jsonl FOLDER     (spraakbanken/SuperLim-2, swefaq/)
    outside_sets.py swequad dev.json test.json training.json FOLDER      (dkalpakchi/SweQUAD-MC, data/)
    insatskatalog relevance --records FOLDER/records.jsonl FOLDER/queries.jsonl

SweFAQ: each candidate answer is a record, the right one is relevant. SweQUAD-MC: each text is a record, the text of a
question is relevant. The data has licences of its own and is not kept here.
"""
import json
import sys
from pathlib import Path


def swefaq(files):
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            yield entry["question"], entry["candidate_answers"], entry["candidate_answers"][entry["label"]]


def swequad(files):
    for file in files:
        for entry in json.loads(Path(file).read_text(encoding="utf-8"))["data"]:
            yield entry["question"], [entry["context"]], entry["context"]


def main():
    kind, *files, folder = sys.argv[1:]
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    numbers, queries = {}, []
    for question, texts, right in {"swefaq": swefaq, "swequad": swequad}[kind](files):
        for text in texts:
            numbers.setdefault(text, f"text-{len(numbers) + 1}")
        queries.append({"id": f"q{len(queries) + 1}", "kind": kind, "q": question[:500],
                        "relevant": {numbers[right]: 3}})
    with (folder / "records.jsonl").open("w", encoding="utf-8") as out:
        for text, number in numbers.items():
            name = " ".join(text.split()[:6])[:100]
            out.write(json.dumps({"id": number, "name": name, "description": text[:20000]}, ensure_ascii=False) + "\n")
    with (folder / "queries.jsonl").open("w", encoding="utf-8") as out:
        for query in queries:
            out.write(json.dumps(query, ensure_ascii=False) + "\n")
    print(f"{len(numbers)} records, {len(queries)} questions")


if __name__ == "__main__":
    main()
