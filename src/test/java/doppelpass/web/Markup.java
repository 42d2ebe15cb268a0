package doppelpass.web;

import com.microsoft.playwright.Page;
import doppelpass.testing.Browser;
import doppelpass.testing.Window;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What people type to do harm, and how a real browser reads a page: its forms, and what of the typed became elements. */
final class Markup implements AutoCloseable {
    /** Would leave an attribute and become an element on a page that does not escape. */
    static final String TYPED = "\"'><i class=dp>";
    /** What both texts, this one and that of {@link SomePages}, become. */
    static final String ELEMENTS = "i.dp, img[src=dp]";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String READ = """
            ([html, elements]) => {
              const page = new DOMParser().parseFromString(html, 'text/html');
              const value = e => e.value || (e.tagName === 'SELECT' && e.required ? [...e.options].map(o => o.value).find(v => v) || '' : '');
              const plain = f => [...f.elements].some(e => e.type === 'submit' && !e.name);
              const kind = e => e.tagName === 'TEXTAREA' || ['text', 'search', 'url', 'tel', 'email', 'password'].includes(e.type) ? 'text'
                : e.type === 'submit' ? (plain(e.form) ? 'open' : 'button') : ['checkbox', 'radio'].includes(e.type) && !e.checked ? 'open' : 'other';
              const method = f => f.getAttribute('method') === 'post' ? f.querySelector('[name=_method]')?.value || 'POST'
                : f.hasAttribute('hx-put') ? 'PUT' : '';
              const form = f => ({
                method: method(f),
                action: f.getAttribute('method') === 'post' ? f.getAttribute('action') || '' : f.getAttribute('hx-put') || '',
                fields: [...f.elements].filter(e => e.name && e.name !== '_csrf' && e.name !== '_method')
                  .map(e => ({ name: e.name, kind: kind(e), value: value(e), type: e.type || '', required: !!e.required })),
              });
              return JSON.stringify({
                marks: page.querySelectorAll(elements).length,
                wrong: [...page.querySelectorAll('[aria-invalid=true]')].map(e => e.name || ''),
                forms: [...page.forms].filter(f => f.enctype !== 'multipart/form-data').map(form).filter(f => f.method),
              });
            }""";

    private final Window window;
    private final Page page;

    Markup(Browser browser) {
        window = browser.stranger();
        page = window.page();
    }

    record Field(String name, String kind, String value, String type, boolean required) {
        boolean text() {
            return kind.equals("text");
        }
    }

    record Form(String method, String action, List<Field> fields) {}

    record Read(int marks, List<String> wrong, List<Form> forms) {}

    Read read(String html) {
        return JSON.readValue(String.valueOf(page.evaluate(READ, List.of(html, ELEMENTS))), Read.class);
    }

    @Override
    public void close() {
        window.close();
    }
}
