-- Portable: runs on SQLite and PostgreSQL. Times are RFC 3339 text, numbers bigint, records JSON text.

create table counter (
    name text primary key,
    value bigint not null
);
insert into counter (name, value) values ('seq', 0), ('vocabulary', 0);

create table meta (
    name text primary key,
    value text not null
);

-- The current revision of every record; what SQL must search stands beside the JSON document.
create table intervention (
    id text primary key,
    revision bigint not null,
    state text not null,
    body text not null,
    hash text not null,
    created text not null,
    updated text not null
);

-- Every revision there ever was; rows are only added.
create table revision (
    id text not null,
    revision bigint not null,
    author text not null,
    reason text not null,
    at text not null,
    state text not null,
    body text not null,
    primary key (id, revision)
);

-- What changed in which order; numbers have no gaps.
create table change (
    seq bigint primary key,
    id text not null,
    change text not null,
    revision bigint not null,
    at text not null,
    hash text not null
);

create table organization (
    id text primary key,
    body text not null
);

create table vocabulary (
    name text primary key,
    body text not null
);
