-- every version of a term
call audit.watch('glossary.version', 'term', 'r.term_id');
call audit.watch('glossary.signature', 'version', 'r.version_id');
-- whose a term is, and what was disputed about it
call audit.watch('glossary.term', 'term');
call audit.watch('glossary.dispute', 'term', 'r.term_id');
