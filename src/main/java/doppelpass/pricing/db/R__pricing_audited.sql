-- every price, and every line of a deal; what is worked out from them is not news
call audit.watch('pricing.price_book', 'price_book');
call audit.watch('pricing.price', 'price_book', 'r.book_id');
call audit.watch('pricing.terms', 'deal', 'r.deal_id');
call audit.watch('pricing.line', 'deal', 'r.deal_id', hidden => 'position, net_minor, total_cost_minor');
