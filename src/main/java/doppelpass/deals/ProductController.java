package doppelpass.deals;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.ListState;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of products and the form that writes one. */
@Controller
class ProductController {
    private static final int PAGE = 50;

    private final Products products;
    private final DealForms forms;
    private final DealChoices choices;

    ProductController(Products products, DealForms forms, DealChoices choices) {
        this.products = products;
        this.forms = forms;
        this.choices = choices;
    }

    @GetMapping("/products")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> asked) {
        String q = asked.getOrDefault("q", "");
        PageRequest request = request(asked);
        Page<Product> page = products.page(q, request);
        return new ModelAndView("deals/products")
                .addObject("state", new ListState("/products", Map.of("q", q), request, page))
                .addObject("products", page.rows())
                .addObject("mayWrite", choices.mayWriteProducts(me));
    }

    @GetMapping("/products/new")
    ModelAndView fresh() {
        return form(null, ProductForm.EMPTY, Map.of());
    }

    @PostMapping("/products")
    ModelAndView add(@ModelAttribute ProductForm form) {
        return save(null, form);
    }

    @GetMapping("/products/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        return form(id, ProductForm.of(products.find(id), forms.currency()), Map.of());
    }

    @PutMapping("/products/{id}")
    ModelAndView change(@PathVariable long id, @ModelAttribute ProductForm form) {
        products.find(id);
        return save(id, form);
    }

    private ModelAndView save(@Nullable Long id, ProductForm form) {
        Currency currency = forms.currency();
        Map<String, String> errors = form.errors(currency);
        if (!errors.isEmpty()) {
            ModelAndView again = form(id, form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (id == null) {
            products.add(form.toProduct(0, currency));
        } else {
            products.change(form.toProduct(id, currency));
        }
        return new ModelAndView("redirect:/products");
    }

    private static ModelAndView form(@Nullable Long id, ProductForm form, Map<String, String> errors) {
        return new ModelAndView("deals/product")
                .addObject("id", id)
                .addObject("form", form)
                .addObject("errors", errors);
    }

    private static PageRequest request(Map<String, String> asked) {
        String sort = asked.getOrDefault("sort", "name");
        PageRequest request = PageRequest.first(
                ProductTable.columns().contains(sort) ? sort : "name", "true".equals(asked.get("desc")), PAGE);
        String at = asked.get("at");
        return at == null || at.isEmpty() ? request : request.at(Cursor.decode(at));
    }
}
