package doppelpass.deals;

import static doppelpassdb.deals.Tables.PRODUCT;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Products. */
@Component
class ProductTable {
    private static final int MOST = 500;
    private static final Map<String, Field<?>> SORTS = Map.of(
            "name",
            DSL.lower(PRODUCT.NAME),
            "code",
            DSL.lower(PRODUCT.CODE),
            "line",
            DSL.lower(PRODUCT.LINE),
            "price",
            PRODUCT.PRICE_MINOR,
            "cost",
            PRODUCT.COST_MINOR);

    private final DSLContext db;

    ProductTable(DSLContext db) {
        this.db = db;
    }

    static Set<String> columns() {
        return SORTS.keySet();
    }

    List<Product> all() {
        return db.selectFrom(PRODUCT)
                .orderBy(DSL.lower(PRODUCT.NAME), PRODUCT.ID)
                .limit(MOST)
                .fetch(ProductTable::product);
    }

    Page<Product> page(String q, PageRequest request) {
        String like = "%" + DSL.escape(q.strip().toLowerCase(Locale.ROOT), '!') + "%";
        Condition where = q.isBlank()
                ? DSL.noCondition()
                : DSL.lower(PRODUCT.NAME)
                        .like(like, '!')
                        .or(DSL.lower(PRODUCT.CODE).like(like, '!'))
                        .or(DSL.lower(PRODUCT.LINE).like(like, '!'));
        Field<?> sort = SORTS.getOrDefault(request.sort(), DSL.lower(PRODUCT.NAME));
        return new Keyset(db, PRODUCT, where, sort, PRODUCT.ID, request)
                .fetch(List.of(PRODUCT.asterisk()), ProductTable::product, Product::id);
    }

    Optional<Product> find(long id) {
        return db.selectFrom(PRODUCT).where(PRODUCT.ID.eq(id)).fetchOptional(ProductTable::product);
    }

    long insert(Product p) {
        return db.insertInto(PRODUCT)
                .set(PRODUCT.NAME, p.name().strip())
                .set(PRODUCT.CODE, p.code())
                .set(PRODUCT.LINE, p.line())
                .set(PRODUCT.UNIT, p.unit())
                .set(PRODUCT.PRICE_MINOR, p.priceMinor())
                .set(PRODUCT.COST_MINOR, p.costMinor())
                .set(PRODUCT.ACTIVE, p.active())
                .returning(PRODUCT.ID)
                .fetchSingle(PRODUCT.ID);
    }

    void update(Product p) {
        db.update(PRODUCT)
                .set(PRODUCT.NAME, p.name().strip())
                .set(PRODUCT.CODE, p.code())
                .set(PRODUCT.LINE, p.line())
                .set(PRODUCT.UNIT, p.unit())
                .set(PRODUCT.PRICE_MINOR, p.priceMinor())
                .set(PRODUCT.COST_MINOR, p.costMinor())
                .set(PRODUCT.ACTIVE, p.active())
                .where(PRODUCT.ID.eq(p.id()))
                .execute();
    }

    private static Product product(Record r) {
        return new Product(
                r.get(PRODUCT.ID),
                r.get(PRODUCT.NAME),
                r.get(PRODUCT.CODE),
                r.get(PRODUCT.LINE),
                r.get(PRODUCT.UNIT),
                r.get(PRODUCT.PRICE_MINOR),
                r.get(PRODUCT.COST_MINOR),
                r.get(PRODUCT.ACTIVE));
    }
}
