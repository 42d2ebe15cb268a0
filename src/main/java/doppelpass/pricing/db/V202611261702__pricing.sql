create schema pricing;

create table pricing.price_book (
  id       bigint generated always as identity primary key,
  name     text not null check (length(name) between 1 and 100),
  from_day date,
  to_day   date,
  standard boolean not null default false,
  check (from_day <= to_day)
);
create unique index price_book_name on pricing.price_book (lower(name));
create unique index price_book_standard on pricing.price_book (standard) where standard;

-- net, for one unit, in minor units of the organisation's currency
create table pricing.price (
  id          bigint generated always as identity primary key,
  book_id     bigint not null references pricing.price_book on delete cascade,
  product_id  bigint not null references deals.product on delete cascade,
  price_minor bigint not null check (price_minor >= 0),
  unique (book_id, product_id)
);
create index price_product on pricing.price (product_id);

-- what holds for all lines of a deal
create table pricing.terms (
  id               bigint generated always as identity primary key,
  deal_id          bigint not null unique references deals.deal on delete cascade,
  book_id          bigint references pricing.price_book,
  discount_percent numeric(5, 2) check (discount_percent between 0 and 100),
  discount_minor   bigint check (discount_minor >= 0),
  check (discount_percent is null or discount_minor is null)
);
create index terms_book on pricing.terms (book_id);

-- price and cost are those of one unit when the line was written; net is what is left after all discounts
create table pricing.line (
  id               bigint generated always as identity primary key,
  deal_id          bigint not null references deals.deal on delete cascade,
  position         int not null,
  product_id       bigint references deals.product,
  text             text not null check (length(text) between 1 and 300),
  unit             text,
  quantity         numeric(13, 3) not null check (quantity > 0),
  price_minor      bigint not null check (price_minor >= 0),
  cost_minor       bigint check (cost_minor >= 0),
  discount_percent numeric(5, 2) check (discount_percent between 0 and 100),
  discount_minor   bigint check (discount_minor >= 0),
  net_minor        bigint not null check (net_minor >= 0),
  total_cost_minor bigint,
  check (discount_percent is null or discount_minor is null)
);
create index line_deal on pricing.line (deal_id, position);
create index line_product on pricing.line (product_id);

-- a deleted deal takes its lines along into the bin, and brings them back
comment on constraint terms_deal_id_fkey on pricing.terms is 'goes with it';
comment on constraint line_deal_id_fkey on pricing.line is 'goes with it';
