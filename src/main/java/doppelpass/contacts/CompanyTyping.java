package doppelpass.contacts;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Editing;
import doppelpass.web.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One field of the form of a company typed differently; what else is known stays as it is. */
record CompanyTyping(Companies companies, Surroundings surroundings, String field) implements Editing.Change {

    @Override
    public void set(long id, String value, Person by) {
        Company company = companies.find(id).orElseThrow(Refusal::notFound);
        companies.change(
                id,
                CompanyForm.typed(
                        company,
                        field,
                        value,
                        surroundings.home(),
                        name -> companies.byName(name).map(Company::id)));
    }

    /** Whether a company would become its own parent is asked of each by itself. */
    @Override
    public Set<Long> setAll(Map<Long, String> values, Person by) {
        if (field.equals("parent")) return Set.of();
        String home = surroundings.home();
        Map<Long, CompanyDetails> typed = new TreeMap<>();
        companies
                .hold(values.keySet())
                .forEach(company -> CompanyForm.typed(
                                company,
                                Map.of(field, values.getOrDefault(company.id(), "")),
                                home,
                                name -> Optional.empty())
                        .details()
                        .ifPresent(details -> typed.put(company.id(), details)));
        return companies.change(typed);
    }
}
