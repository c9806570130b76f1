-- Keys of programs that write. The key itself is nowhere: only its hash.
create table api_key (
    id text primary key,
    hash text not null unique,
    name text not null,
    role text not null,
    organization text,
    created text not null,
    last_used text,
    revoked text
);

-- What to look at instead of an intervention that has been taken out.
create table successor (
    id text primary key,
    successor text not null
);

create index change_of_id on change (id);
