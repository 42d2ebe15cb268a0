package doppelpass.database;

/** Plug: adds to what a module lets in from files, such as fields people made up. Asked at each use, so they come and go. */
@FunctionalInterface
public interface IntakeExtension {
    /** The same intake with more fields, or itself. */
    Intake extended(Intake intake);
}
