"""Words as often as words are, from a seed: the common ones are those of oilfields."""

import random
from functools import cached_property
from itertools import accumulate

SEED = 15_9
WORDS = 12_000
_OILFIELD = """
well report mud drilling casing pressure depth daily test pump valve cement riser tubing packer gamma survey bit rig crew shift
torque flow rate gas oil water injection production choke separator compressor turbine flare wellhead christmas tree subsea
manifold template umbilical pipeline export tanker buoy mooring anchor crane helideck lifeboat muster permit isolation hazard
incident near miss injury inspection corrosion thickness weld flange gasket bolt seal leak vibration bearing impeller motor
gearbox coupling lubrication filter strainer calibration transmitter sensor alarm trip shutdown blowdown relief drawing layout
piping instrument electrical structural foundation deck module jacket topside hull ballast stability weather wave wind swell
temperature viscosity density gel strength plastic yield filtrate cake chloride barite bentonite polymer inhibitor scale wax
hydrate methanol glycol reservoir porosity permeability saturation core sample cuttings shale sandstone limestone fault horizon
seismic log resistivity neutron sonic caliper deviation azimuth inclination sidetrack fishing jar stabiliser reamer underreamer
liner hanger shoe float plug perforation stimulation acid fracture proppant coiled wireline slickline completion workover
abandonment barrier integrity annulus equalise bleed stabilise
"""
_SYLLABLES = (
    "ba be bo da de do fa fe ga go ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve vo"
)


class Writer:
    """Draws words by rank: the n-th comes 1/n as often as the first."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw

    @cached_property
    def _vocabulary(self) -> list[str]:
        made = random.Random(SEED)
        known = dict.fromkeys(_OILFIELD.split())
        while len(known) < WORDS:
            known["".join(made.choices(_SYLLABLES.split(), k=made.randint(3, 4)))] = None
        return list(known)

    @cached_property
    def _weights(self) -> list[float]:
        return list(accumulate(1 / (rank + 3) for rank in range(WORDS)))

    def words(self, count: int, between: str = " ") -> str:
        return between.join(self.draw.choices(self._vocabulary, cum_weights=self._weights, k=count))

    def rank(self, rank: int) -> str:
        """The word of this rank, from 0."""
        return self._vocabulary[rank]

    def well(self) -> str:
        """Of some thousand."""
        letter = self.draw.choice("ABCDEFGH")
        return f"NO {self.draw.randint(1, 36)}/{self.draw.randint(1, 12)}-{letter}-{self.draw.randint(1, 20)}"
