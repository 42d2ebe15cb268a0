package doppelpass.signin;

import doppelpass.identity.Me;
import doppelpass.identity.OpenSession.Door;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Passkeys: making, naming and removing one's own, and signing in with one. */
@Controller
class PasskeyController {
    private static final String BACK = "redirect:/me/security";

    private final Passkeys passkeys;
    private final Entrance entrance;

    PasskeyController(Passkeys passkeys, Entrance entrance) {
        this.passkeys = passkeys;
        this.entrance = entrance;
    }

    @PostMapping(value = "/me/passkeys/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String creation(@Me Person me, HttpServletRequest request) {
        return passkeys.creation(me, request);
    }

    @PostMapping("/me/passkeys")
    String add(
            @Me Person me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request) {
        passkeys.add(me, name, credential, request);
        return BACK;
    }

    @PutMapping("/me/passkeys/{id}")
    String rename(@Me Person me, @PathVariable long id, @RequestParam(defaultValue = "") String name) {
        passkeys.rename(me.id(), id, name);
        return BACK;
    }

    @DeleteMapping("/me/passkeys/{id}")
    String remove(@Me Person me, @PathVariable long id) {
        passkeys.remove(me.id(), id);
        return BACK;
    }

    @PostMapping(value = "/sign-in/passkey/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String question(HttpServletRequest request) {
        return passkeys.question(request);
    }

    @PostMapping("/sign-in/passkey")
    String signIn(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Person person = passkeys.owner(credential, request);
            return "redirect:" + entrance.enter(request, response, person.id(), Door.PASSKEY);
        } catch (Refusal refusal) {
            return "redirect:/sign-in?" + Knock.UNSIGNED.code();
        }
    }
}
