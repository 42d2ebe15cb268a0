-- what rules read of the tags of a record
create or replace view tags.tag_card as
select g.id, g.kind, g.record_id, t.name, g.tagged_at from tags.tagging g join tags.tag t on t.id = g.tag_id;
