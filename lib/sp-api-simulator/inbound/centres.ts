import { type Address, marketplaceById } from '#lib/kernel';

import type { Dice } from '../hash.ts';
import type { SizeClass } from './entities.ts';

export type Centre = Omit<Address, 'phoneNumber'> & { readonly code: string };

// Fulfilment centres with their addresses, from two public lists that agree (2026-11-23). Codes churn;
// a real destination is only ever what the shipment says. code | street | city | state | postcode
const TABLE = `
[US]
ABE3|650 Boulder Drive|Breinigsville|PA|18031
ABE4|1610 Van Buren Road|Easton|PA|18045
ABE8|401 Independence Road|Florence|NJ|08518
ACY2|1101 E Pearl St|Burlington|NJ|08016
ALB1|1835 US Route 9|Castleton|NY|12033
AVP1|550 Oak Ridge Road|Hazle Township|PA|18202
AVP8|250 Enterprise Way|Pittston|PA|18640
BDL6|120 County Line Drive|Cromwell|CT|06416
BFI3|2700 Center Drive|DuPont|WA|98327
BFI7|1901 140th Ave E|Sumner|WA|98390
BNA3|2020 Joe B Jackson Pkwy|Murfreesboro|TN|37127
BOS7|1180 Innovation Way|Fall River|MA|02720
BWI4|165 Business Blvd|Clear Brook|VA|22624
CHA2|225 Infinity Dr NW|Charleston|TN|37310
CLT2|10240 Old Dowd Rd|Charlotte|NC|28214
CLT3|6500 Davidson Hwy|Concord|NC|28027
CMH2|6050 Gateway Ct|Groveport|OH|43125
CMH3|700 Gateway Blvd|Monroe|OH|45050
CSG1|280 Bridgeport Blvd|Moreland|GA|30259
DEN2|22205 E 19th Ave|Aurora|CO|80019
DEN8|21000 E 13th Ave|Aurora|CO|80018
DET1|39000 Amrhein Road|Livonia|MI|48150
FAT2|3315 N Kelsey St|Visalia|CA|93291
FOE1|9400 Leavenworth Rd|Kansas City|KS|66109
FTW1|33333 LBJ Fwy|Dallas|TX|75241
FWA4|9798 Smith Road|Fort Wayne|IN|46809
GEG2|18007 E Garland Ave|Spokane|WA|99216
GEU2|15301 W Northern Ave|Glendale|AZ|85340
GSO1|1656 Old Greensboro Rd|Kernersville|NC|27284
GYR2|17341 W Minnezona Ave|Goodyear|AZ|85395
GYR3|8181 W Roosevelt St|Phoenix|AZ|85043
HGR2|1115 Wesel Blvd|Hagerstown|MD|21740
HOU2|10550 Ella Blvd|Houston|TX|77038
HOU8|2303 Hurricane Ln|Fresno|TX|77545
HSV1|7817 Greenbrier Road|Madison|AL|35756
IGQ2|23257 Central Ave|University Park|IL|60484
ILG1|780 S DuPont Hwy|New Castle|DE|19720
IND5|800 S Perry Rd|Plainfield|IN|46168
IND9|1151 S Graham Rd|Greenwood|IN|46143
JAX3|13333 103rd Street|Jacksonville|FL|32210
JVL1|1255 Gateway Blvd|Beloit|WI|53511
LAL1|1760 County Line Rd|Lakeland|FL|33811
LAN2|6500 W Mt Hope Hwy|Lansing|MI|48917
LAS6|4550 Nexus Way|Las Vegas|NV|89115
LAX9|11263 Oleander Ave|Fontana|CA|92337
LFT1|3550 NE Evangeline Trwy|Carencro|LA|70520
LGB6|20901 Krameria Ave|Riverside|CA|92518
LGB8|1568 N Linden Ave|Rialto|CA|92376
LIT2|13001 Highway 70|North Little Rock|AR|72117
MCO2|2600 N Normandy Blvd|Deltona|FL|32725
MDW2|250 Emerald Drive|Joliet|IL|60433
MDW6|1125 W Remington Blvd|Romeoville|IL|60446
MEM1|3292 E Holmes Rd|Memphis|TN|38118
MEM6|11505 Progress Way|Olive Branch|MS|38654
MGE3|808 Hog Mountain Road|Jefferson|GA|30549
MKC4|19645 Waverly Rd|Edgerton|KS|66021
MQJ1|4412 W 300 N|Greenfield|IN|46140
OAK3|255 Park Center Drive|Patterson|CA|95363
OKC2|8991 S Portland Ave|Oklahoma City|OK|73159
ONT6|24208 San Michele Rd|Moreno Valley|CA|92551
ONT8|24300 Nandina Ave|Moreno Valley|CA|92551
ORD2|23714 W Amoco Rd|Channahon|IL|60410
PDX6|15000 N Lombard St|Portland|OR|97203
PDX7|4775 Depot Ct SE|Salem|OR|97317
PHL6|675 Allen Rd|Carlisle|PA|17015
PHX3|6835 W Buckeye Rd|Phoenix|AZ|85043
PHX5|16920 W Commerce Drive|Goodyear|AZ|85338
PHX7|800 N 75th Ave|Phoenix|AZ|85043
PIT2|1200 Westport Rd|Imperial|PA|15126
RFD2|11500 Freeman Rd|Huntley|IL|60142
RNO4|8000 N Virginia St|Reno|NV|89506
SMF3|3923 S B St|Stockton|CA|95206
STL4|3050 Gateway Commerce Center Dr S|Edwardsville|IL|62025
TEB3|2651 Oldmans Creek Rd|Logan Township|NJ|08085
[GB]
BHX1|Towers Business Park, Power Station Road|Rugeley||WS15 1LX
BHX2|Robson Way|Coalville||LE67 1GQ
BHX3|4 Royal Oak Way North|Daventry||NN11 8QL
BHX4|Plot 1 Lyons Park, Coundon Wedge Drive|Coventry||CV5 9DQ
BRS1|Goldcrest Way|Bristol||BS35 4DJ
CWL1|Ffordd Amazon, Crymlyn Burrows|Swansea||SA1 8QX
EDI4|Amazon Way|Dunfermline||KY11 8ST
EUK5|Kingston Park, Flaxley Road|Peterborough||PE2 9EN
GLA1|2 Cloch Road, Faulds Park|Gourock||PA19 1BQ
LBA1|Unit 1 Balby Carr Bank|Doncaster||DN4 5JS
LBA2|Unit 1 iPort Avenue|Doncaster||DN11 0BG
LCY2|London Distribution Park|Tilbury||RM18 7AN
LTN1|Marston Gate|Ridgmont||MK43 0ZA
LTN4|Unit DC1 (Prologis)|Dunstable||LU5 4FE
MAN1|6 Sunbank Lane|Manchester||M90 5AA
MAN2|Omega Plot 7c, Orion Boulevard|Warrington||WA5 3XA
[DE]
BER3|Havellandstraße 5|Brieselang||14656
CGN1|Amazonstraße 1, Industriepark A61|Kobern-Gondorf||56330
DTM1|Carl-Zeiss-Straße 3|Werne||59368
DTM2|Kaltbandstraße 4|Dortmund||44145
DUS2|Amazonstraße 1|Rheinberg||47495
DUS4|Hamburgring 10|Mönchengladbach||41179
FRA1|Am Schloss Eichhof 1|Bad Hersfeld||36251
FRA3|Amazonstraße 1|Bad Hersfeld||36251
HAM2|Borgwardstraße 10|Winsen (Luhe)||21423
LEJ1|Amazonstraße 1|Leipzig||04347
LEJ3|Bielefelder Str. 9|Sülzetal||39171
MUC3|Amazonstraße 1|Graben||86836
PAD1|Aurea 10|Oelde||59302
STR1|Amazonstraße 1|Pforzheim||75177
[PL]
WRO1|Czekoladowa 1|Bielany Wrocławskie||55-040
WRO2|Logistyczna 6|Bielany Wrocławskie||55-040
POZ1|Poznańska 1d|Sady||62-080
KTW1|Inwestycyjna 19|Sosnowiec||41-208
[FR]
ORY1|1401 rue du Champ Rouge|Saran||45770
LIL1|1 rue Amazon|Lauwin-Planque||59553
LYS1|1 rue Amazon|Sevrey||71100
MRS1|Rue Joseph Garde|Montélimar||26200
BVA1|7 rue des Indes Noires|Boves||80440
[IT]
MXP5|Strada Dogana Po 2U|Castel San Giovanni||29015
MXP3|Via R. Levi Montalcini 2|Vercelli||13100
FCO1|Via della Meccanica|Passo Corese||02032
[ES]
MAD4|Av. de la Astronomía 24|San Fernando de Henares||28830
BCN1|Av. de les Garrigues 6-8|El Prat||08820
[CA]
YYZ1|6363 Millcreek Drive|Mississauga|ON|L5N 1L8
YYZ2|2750 Peddie Rd|Milton|ON|L9T 6Y9
YYZ3|7995 Winston Churchill Blvd|Brampton|ON|L6Y 0B2
YYZ4|8050 Heritage Road|Brampton|ON|L6Y 0C9
YYZ7|12724 Coleraine Drive|Bolton|ON|L7E 4L8
YHM1|110 Aeropark Blvd|Mount Hope|ON|L0R 1W0
YOW1|5225 Boundary Road|Navan|ON|K4B 0L3
YOW3|222 Citigate Drive|Nepean|ON|K2J 7C7
YEG2|27383 92 Ave|Acheson|AB|T7X 2X2
YYC1|293069 Colonel Robertson Way|Rocky View/Calgary|AB|T4A 1C6
YVR2|450 Derwent Pl|Delta|BC|V3M 5Y9
YVR3|109 Braid Street|New Westminster|BC|V3L 5H4
YVR4|4189 Salish Sea Way|Tsawwassen|BC|V4M 0B9
[JP]
FSZ1|小田原市|小田原市|神奈川県|250-8560
HND3|比企郡|比企郡|埼玉県|350-0195
HND8|八王子市|八王子市|東京都|192-8560
HND9|川崎市|川崎市|神奈川県|213-8517
HSG1|鳥栖市|鳥栖市|佐賀県|841-8505
KIX1|堺市堺区|堺市堺区|大阪府|590-8589
KIX6|尼崎市|尼崎市|兵庫県|660-0843
NGO2|多治見市|多治見市|岐阜県|507-8585
TYO1|川口市|川口市|埼玉県|332-8503
VJU1|伊勢原市|伊勢原市|神奈川県|259-1116
KIX2|大東市|大東市|大阪府|574-8531
NRT1|市川市|市川市|千葉県|272-0193
[MX]
GDL1|Carr. Guadalajara-Chapala 9999|Zapote del Valle|JAL|45672
MTY1|Blvd Guadalupe 403|Apodaca|NL|66627
[AU]
MEL1|29 National Drive|Dandenong South|VIC|3175
`;

const BY_COUNTRY = read(TABLE);

// Stores without a list of their own send to a neighbour's centres.
const NEIGHBOUR: Readonly<Record<string, string>> = { NL: 'DE', SE: 'DE', BE: 'DE', IE: 'GB' };

export function centreOf(code: string): Centre {
  for (const centres of BY_COUNTRY.values()) {
    const found = centres.find((centre) => centre.code === code);
    if (found) return found;
  }
  throw new Error(`no fulfilment centre ${code}`);
}

/** The centres of a store that take a size class, in an order that follows from `names`. */
export function centresFor(
  dice: Dice,
  marketplaceId: string,
  sizeClass: SizeClass,
  names: readonly string[],
): readonly Centre[] {
  const country = marketplaceById(marketplaceId)?.country ?? 'US';
  const all = BY_COUNTRY.get(NEIGHBOUR[country] ?? country) ?? BY_COUNTRY.get('US') ?? [];
  // A building handles one size class; in a small network every building handles both.
  const suited = all.filter(
    ({ code }) => dice.fraction('centre class', code) < 0.3 === (sizeClass === 'oversize'),
  );
  return dice.shuffle(suited.length >= 5 ? suited : all, 'centres', ...names);
}

function read(table: string): Map<string, Centre[]> {
  const countries = new Map<string, Centre[]>();
  let country = '';
  for (const line of table.trim().split('\n')) {
    const section = /^\[(.+)\]$/.exec(line);
    if (section) country = section[1] ?? '';
    else countries.set(country, [...(countries.get(country) ?? []), readLine(country, line)]);
  }
  return countries;
}

function readLine(countryCode: string, line: string): Centre {
  const [code = '', addressLine1 = '', city = '', state = '', postalCode = ''] = line.split('|');
  return {
    code,
    name: code,
    companyName: countryCode === 'US' ? 'Amazon.com Services LLC' : 'Amazon',
    addressLine1,
    city,
    ...(state ? { stateOrProvinceCode: state } : {}),
    postalCode,
    countryCode,
  };
}
