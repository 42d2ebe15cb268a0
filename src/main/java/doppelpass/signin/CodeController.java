package doppelpass.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** After the password: a code of the app, or a recovery code. */
@Controller
class CodeController {
    private final Entrance entrance;
    private final SecondFactors factors;

    CodeController(Entrance entrance, SecondFactors factors) {
        this.entrance = entrance;
        this.factors = factors;
    }

    @GetMapping("/sign-in/code")
    ModelAndView ask(HttpServletRequest request) {
        return waiting(request).isEmpty() ? late() : page(null);
    }

    @PostMapping("/sign-in/code")
    ModelAndView check(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Half> half = waiting(request);
        if (half.isEmpty()) return late();
        if (!factors.proves(half.get().person(), code)) {
            ModelAndView again = page("signin.error.code");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Half proven = half.get();
        return new ModelAndView("redirect:" + entrance.enter(request, response, proven.person(), proven.need().door));
    }

    private Optional<Half> waiting(HttpServletRequest request) {
        return entrance.half(request).filter(half -> half.need() == Half.Need.CODE);
    }

    static ModelAndView late() {
        return new ModelAndView("redirect:/sign-in?late");
    }

    private static ModelAndView page(@org.jspecify.annotations.Nullable String error) {
        return new ModelAndView("signin/code").addObject("error", error);
    }
}
