package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;

/** Whether a Secret is an inventory that we may rely on. */
final class InventoryCheck {

    private InventoryCheck() {}

    /** Refuses what is another tool's, or not as we wrote it. */
    static void of(StackHome home, ObjectNode secret) {
        ObjectMeta parent = ObjectMeta.of(secret);
        String tooling = parent.annotation(ApplySet.TOOLING);
        String type = secret.path("type").asText();
        if (tooling != null && !Inventory.isOurs(tooling)) {
            throw foreign(home, "it is the parent of an ApplySet of " + tooling);
        }
        if (!type.equals(StackLabels.INVENTORY_TYPE)) {
            throw foreign(home, "it is of type " + type + ", and not " + StackLabels.INVENTORY_TYPE);
        }
        String id = parent.label(ApplySet.PARENT_ID);
        if (!home.setId().equals(id)) {
            throw broken(
                    home,
                    "its label " + ApplySet.PARENT_ID + " is " + (id == null ? "absent" : id) + ", and has to be "
                            + home.setId(),
                    "If the Secret was copied from elsewhere, delete it. Otherwise set the label again: kubectl label"
                            + " secret " + home.inventory().name() + " -n " + home.namespace() + " --overwrite "
                            + ApplySet.PARENT_ID + "=" + home.setId());
        }
        if (tooling == null || parent.annotation(ApplySet.GROUP_KINDS) == null) {
            throw broken(
                    home,
                    "its annotations " + ApplySet.TOOLING + " and " + ApplySet.GROUP_KINDS + " are not both there",
                    "Without them nobody knows where the objects of the stack are. Set them again: "
                            + ApplySet.TOOLING + "=gantry/0, and " + ApplySet.GROUP_KINDS
                            + "=<the kinds of all its objects, such as ConfigMap,Deployment.apps>.");
        }
    }

    private static FindingsException foreign(StackHome home, String why) {
        return new FindingsException(Finding.of(
                        ReleaseRule.FOREIGN_INVENTORY,
                        home.inventory() + " is where Gantry keeps what it knows of stack " + home.stack() + ", but "
                                + why + ".")
                .hint("Give the stack another name or namespace; or, if nobody needs the Secret, delete it.")
                .in(null, home.stack())
                .on(home.inventory().toString(), null));
    }

    private static FindingsException broken(StackHome home, String why, String hint) {
        return new FindingsException(
                Finding.of(ReleaseRule.BROKEN_INVENTORY, home.inventory() + " is not as Gantry wrote it: " + why + ".")
                        .hint(hint)
                        .in(null, home.stack())
                        .on(home.inventory().toString(), null));
    }
}
