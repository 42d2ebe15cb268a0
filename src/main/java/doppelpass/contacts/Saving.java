package doppelpass.contacts;

import doppelpass.duplicates.Twin;
import doppelpass.fields.Demanded;
import doppelpass.fields.Fields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * How the form of a contact or company is saved: shown again while something is wrong, or while its record is probably
 * here already and nobody said {@code anyway}. What the form asked for besides is kept with the record.
 */
record Saving<F, D>(Records<D> records, String kind, Forms<F> forms, Fields fields, Demanded asked, String pages) {

    /** The front door of contacts or companies. */
    interface Records<D> {
        List<Twin> likely(D details, @Nullable Long but);

        long add(D details);

        void change(long id, D details);
    }

    @FunctionalInterface
    interface Forms<F> {
        ModelAndView show(@Nullable Long id, F form, List<Twin> likely);
    }

    /** {@code id} is null for a new record; without details something is wrong with the form. */
    ModelAndView save(@Nullable Long id, F form, Optional<D> details, boolean anyway) {
        if (details.isEmpty()) {
            return again(id, form, List.of());
        }
        List<Twin> likely = anyway ? List.of() : records.likely(details.get(), id);
        if (!likely.isEmpty()) {
            return again(id, form, likely);
        }
        if (id == null) {
            return new ModelAndView("redirect:" + pages + fields.add(kind, asked, () -> records.add(details.get())));
        }
        records.change(id, details.get());
        fields.write(kind, id, asked.typed());
        return new ModelAndView("redirect:" + pages + id);
    }

    private ModelAndView again(@Nullable Long id, F form, List<Twin> likely) {
        ModelAndView page = forms.show(id, form, likely);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
