package org.ronron.layout;

import java.util.Map;
import org.ronron.api.Forecast;

/**
 * What {@link ClusterLayout#forecast} can have to say beside its figures. A connector that uses it
 * brings the texts {@code forecast.<key>}, which may say a {@code {value}}.
 */
public enum Remark {
    /** A node to be moved has no place in the layout. The value: its id. */
    NOT_IN_LAYOUT("impossibleNode"),
    /** No layout: fewer nodes with capacity than copies. The value: how many there are. */
    TOO_FEW_NODES("impossibleNodes"),
    /** No layout: fewer zones with capacity than zone redundancy asks for. The value: both. */
    TOO_FEW_ZONES("impossibleZones"),
    /** No layout: the capacities hold no partition of any size. */
    NO_SIZE("impossibleSize"),
    /** The cluster would hold less. The value: percent. */
    SMALLER("smaller"),
    /** Fewer zones could fail at once. The value: how many still could. */
    FEWER_ZONES("fewerZones"),
    /** A zone would be left without capacity. The value: its name. */
    ZONE_EMPTY("zoneEmpty");

    private final String key;

    Remark(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    Forecast.Warning of(Object value) {
        return new Forecast.Warning(key, Map.of("value", value.toString()));
    }
}
