package doppelpass.rules;

/** Leaves the part of a rule that cannot be read; its reader notes the problem and reads on unless it is fatal. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final boolean fatal;

    Refusal(Problem problem, boolean fatal) {
        super(problem.messageKey(), null, false, false);
        this.problem = problem;
        this.fatal = fatal;
    }

    Problem problem() {
        return problem;
    }

    boolean fatal() {
        return fatal;
    }
}
