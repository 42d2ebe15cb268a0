package doppelpass.mail;

import doppelpass.core.Cursor;
import doppelpass.core.MalformedText;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.ListState;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** The administrator's page: the server, a test mail, and what became of every mail. */
@Controller
class MailController {
    private static final int SHOWN = 50;

    private final Mails mails;
    private final MailServers servers;

    MailController(Mails mails, MailServers servers) {
        this.mails = mails;
        this.servers = servers;
    }

    @GetMapping("/mail")
    ModelAndView show(@RequestParam(defaultValue = "") String state, @RequestParam(required = false) String at) {
        MailForm form = servers.find().map(MailForm::of).orElseGet(MailForm::empty);
        return page(form, Map.of(), state, at);
    }

    @PutMapping("/mail/server")
    ModelAndView save(@Me Person me, @ModelAttribute MailForm form) {
        if (servers.fromEnvironment()) throw Refusal.conflict("mail.error.fromEnvironment");
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            ModelAndView again = page(form, errors, "", null);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        servers.save(form.toServer(), me.id());
        return new ModelAndView("redirect:/mail");
    }

    @PostMapping("/mail/tests")
    String test(@Me Person me) {
        if (!mails.configured()) throw Refusal.conflict("mail.error.notConfigured");
        Locale locale = Locale.forLanguageTag(me.language());
        mails.send(Message.plain(
                me.mail(),
                me.name(),
                Messages.text(locale, "mail.test.subject"),
                Messages.text(locale, "mail.test.text", mails.link("/mail"))));
        return "redirect:/mail#outbox";
    }

    @PutMapping("/mail/messages/{id}/delivery")
    String repeat(@PathVariable long id) {
        mails.repeat(id);
        return "redirect:/mail#outbox";
    }

    private ModelAndView page(MailForm form, Map<String, String> errors, String state, @Nullable String at) {
        PageRequest request = PageRequest.first("created", true, SHOWN);
        if (at != null) request = request.at(place(at));
        Page<Mail> outbox = mails.outbox(state(state), request);
        return new ModelAndView("mail/index")
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("fixed", servers.fromEnvironment())
                .addObject("configured", mails.configured())
                .addObject("list", new ListState("/mail", Map.of("state", state), request, outbox))
                .addObject("mails", outbox.rows());
    }

    private static Cursor place(String at) {
        try {
            return Cursor.decode(at);
        } catch (MalformedText e) {
            throw Refusal.of("web.error.request");
        }
    }

    private static Optional<MailState> state(String code) {
        for (MailState state : MailState.values()) {
            if (state.code().equals(code)) return Optional.of(state);
        }
        return Optional.empty();
    }
}
