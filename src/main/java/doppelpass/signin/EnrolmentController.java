package doppelpass.signin;

import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whose function demands a second factor sets one up on the way in. */
@Controller
class EnrolmentController {
    private final Entrance entrance;
    private final SecondFactors factors;

    EnrolmentController(Entrance entrance, SecondFactors factors) {
        this.entrance = entrance;
        this.factors = factors;
    }

    @GetMapping("/sign-in/enrolment")
    ModelAndView ask(HttpServletRequest request) {
        return waiting(request).flatMap(half -> page(half, null)).orElseGet(CodeController::late);
    }

    @PostMapping("/sign-in/enrolment")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Half> half = waiting(request);
        if (half.isEmpty()) return CodeController.late();
        try {
            List<String> codes = factors.confirm(half.get().person(), code);
            String next = entrance.enter(
                    request, response, half.get().person(), half.get().need().door);
            return new ModelAndView("signin/recovery-codes")
                    .addObject("codes", codes)
                    .addObject("next", next);
        } catch (Refusal refusal) {
            ModelAndView again = page(half.get(), refusal.key()).orElseGet(CodeController::late);
            if (again.getViewName() != null && !again.getViewName().startsWith("redirect:"))
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private Optional<Half> waiting(HttpServletRequest request) {
        return entrance.half(request).filter(half -> half.need() == Half.Need.ENROLMENT);
    }

    private Optional<ModelAndView> page(Half half, @Nullable String error) {
        return factors.begun(half.person())
                .map(enrolment -> new ModelAndView("signin/enrolment")
                        .addObject("enrolment", enrolment)
                        .addObject("error", error));
    }
}
