-- files and what was refused of them hold values of whatever records there are: whoever sees a part of these sees none
call reach.follow('importing.import', 'false');
call reach.follow('importing.file', 'false');
call reach.follow('importing.remark', 'false');
call reach.follow('importing.before', 'false');
call reach.follow('importing.mapping', 'false');
