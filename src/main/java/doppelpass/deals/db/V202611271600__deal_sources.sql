-- the sources that occur, for filters and of one source its deals
create index deal_origin on deals.deal (source, id);
