package doppelpass.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An intake with something added: whatever an extension leaves alone the module's own says. */
public abstract class ExtendedIntake implements Intake {
    private final Intake own;

    protected ExtendedIntake(Intake own) {
        this.own = own;
    }

    @Override
    public String object() {
        return own.object();
    }

    @Override
    public int order() {
        return own.order();
    }

    @Override
    public String table() {
        return own.table();
    }

    @Override
    public String keys() {
        return own.keys();
    }

    @Override
    public String recorded() {
        return own.recorded();
    }

    @Override
    public String linked(IntakeField link) {
        return own.linked(link);
    }

    @Override
    public List<IntakeField> fields() {
        return own.fields();
    }

    @Override
    public Map<String, String> scratch() {
        return own.scratch();
    }

    @Override
    public Optional<String> standIn(String field, Map<String, String> values) {
        return own.standIn(field, values);
    }

    @Override
    public Map<String, String> derived() {
        return own.derived();
    }

    @Override
    public Map<String, String> initial() {
        return own.initial();
    }

    @Override
    public Map<String, String> careful() {
        return own.careful();
    }

    @Override
    public Map<String, String> contradictions() {
        return own.contradictions();
    }

    @Override
    public boolean corrects() {
        return own.corrects();
    }

    @Override
    public void repeated(IntakeBatch batch) {
        own.repeated(batch);
    }

    @Override
    public void recognise(IntakeBatch batch) {
        own.recognise(batch);
    }

    @Override
    public Map<String, String> lacking(IntakeBatch batch) {
        return own.lacking(batch);
    }

    @Override
    public void prepare(IntakeBatch batch) {
        own.prepare(batch);
    }

    @Override
    public void follow(IntakeBatch batch) {
        own.follow(batch);
    }

    @Override
    public void undo(long importId) {
        own.undo(importId);
    }

    @Override
    public void undone(long importId) {
        own.undone(importId);
    }
}
