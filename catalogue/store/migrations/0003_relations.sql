-- Relations between interventions, derived from the records and kept equal by every write. An intervention
-- has at most one target of each kind: part_of, succeeds, or successor (of an archived one). The program
-- fills in the relations of records that were written before this table was made.
create table relation (
    id text not null,
    kind text not null,
    target text not null,
    primary key (id, kind)
);

create index relation_of_target on relation (target, kind);

insert into relation (id, kind, target) select id, 'successor', successor from successor;

drop table successor;
