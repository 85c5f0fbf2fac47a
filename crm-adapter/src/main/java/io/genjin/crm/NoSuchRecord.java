package io.genjin.crm;

/** A record that was asked for by its id does not exist (any more); a page answers it with 404. */
public class NoSuchRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchRecord(Object id) {
        super("no record for " + id);
    }
}
