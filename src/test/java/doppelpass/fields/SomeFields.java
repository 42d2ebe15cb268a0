package doppelpass.fields;

/** Forms about fields of which a test says only what matters. */
final class SomeFields {
    private SomeFields() {}

    static FieldForm form(String kind, ValueType type, String german, String english) {
        return new FieldForm(
                kind, type.code(), german, english, "", "", "", "", choices(type), "company", "", "", "", "");
    }

    static FieldForm formula(String kind, String english, String formula) {
        return new FieldForm(kind, "formula", english, english, "", "", "", "", "", "", formula, "", "", "");
    }

    static FieldForm quick(String kind, ValueType type, String english) {
        return new FieldForm(
                kind, type.code(), english, english, "", "", "", "", choices(type), "company", "", "", "", "yes");
    }

    static FieldForm required(String kind, ValueType type, String english, String stage) {
        return new FieldForm(
                kind, type.code(), english, english, "", "", "", "", choices(type), "company", "", "yes", stage, "");
    }

    private static String choices(ValueType type) {
        return type.chosen() ? "Rot | Red\nGrün | Green\nBlau | Blue" : "";
    }
}
