package doppelpass.deals;

/**
 * Socket: a module from which the amount of a deal may follow, such as its line items. While it does, nobody types the
 * amount; the module writes it with {@link Deals#reckon}.
 */
@FunctionalInterface
public interface Reckoning {
    boolean reckons(long deal);
}
