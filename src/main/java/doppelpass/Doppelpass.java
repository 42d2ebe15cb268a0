package doppelpass;

/** Entry point. */
public final class Doppelpass {
    private Doppelpass() {}

    public static void main(String[] args) {
        System.out.println("Doppelpass");
    }
}
