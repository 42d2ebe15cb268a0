-- every version of a term
call audit.watch('glossary.version', 'term', 'r.term_id');
call audit.watch('glossary.signature', 'version', 'r.version_id');
