call search.watch('glossary.version', 'name_de || '' '' || name_en');
