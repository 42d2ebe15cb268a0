-- the fields whose values are stored, for whoever limits who sees and writes them
create view fields.stored_field as
select kind, 'x_' || key as name, key, label_de, label_en, position from fields.field where type <> 'formula';
