import { z } from 'zod';

// The request bodies of fulfillmentInbound 2024-03-20 (model of 2026-08-05), limits included.
const text = (max: number) => z.string().min(1).max(max);
const id = z
  .string()
  .length(38)
  .regex(/^[a-zA-Z0-9-]*$/);
const measure = z.number().min(0).max(100_000);

export const Address = z.object({
  addressLine1: text(180),
  addressLine2: text(60).optional(),
  city: text(30),
  companyName: text(50).optional(),
  countryCode: z.string().regex(/^[A-Z]{2}$/),
  districtOrCounty: text(50).optional(),
  email: text(1024).optional(),
  name: text(50),
  phoneNumber: text(20),
  postalCode: text(32),
  stateOrProvinceCode: text(64).optional(),
});
export type AddressInput = z.infer<typeof Address>;

const Owner = z.enum(['AMAZON', 'SELLER', 'NONE']);
export const Item = z.object({
  expiration: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .optional(),
  labelOwner: Owner,
  manufacturingLotCode: text(256).optional(),
  msku: text(255),
  prepOwner: Owner,
  quantity: z.number().int().min(1).max(500_000),
});
export type ItemInput = z.infer<typeof Item>;

export const CreateInboundPlan = z.object({
  destinationMarketplaces: z.array(text(20)).length(1),
  items: z.array(Item).min(1).max(2000),
  name: text(40).optional(),
  sourceAddress: Address,
});

export const Dimensions = z.object({
  height: measure,
  length: measure,
  unitOfMeasurement: z.enum(['IN', 'CM']),
  width: measure,
});
export const Weight = z.object({ unit: z.enum(['LB', 'KG']), value: measure });

export const Box = z.object({
  contentInformationSource: z.enum(['BOX_CONTENT_PROVIDED', 'MANUAL_PROCESS', 'BARCODE_2D']),
  dimensions: Dimensions,
  items: z.array(Item).optional(),
  quantity: z.number().int().min(1).max(10_000),
  weight: Weight,
});
export type BoxInput = z.infer<typeof Box>;

export const SetPackingInformation = z.object({
  packageGroupings: z
    .array(
      z.object({
        boxes: z.array(Box).min(1).max(5000),
        packingGroupId: id.optional(),
        shipmentId: id.optional(),
      }),
    )
    .min(1),
});
export type PackageGroupings = z.infer<typeof SetPackingInformation>['packageGroupings'];

export const GeneratePlacementOptions = z.object({
  customPlacement: z
    .array(z.object({ items: z.array(Item).min(1).max(2000), warehouseId: text(1024) }))
    .optional(),
});

/** Amazon sends and takes times to the minute as well as to the millisecond. */
export const Timestamp = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/,
    'must be a date-time of ISO 8601',
  )
  .transform((value, context) => {
    const instant = Date.parse(value);
    if (Number.isNaN(instant)) context.addIssue('not a date-time');
    return instant;
  });

const Contact = z.object({
  email: text(1024).optional(),
  name: text(50),
  phoneNumber: text(20),
});
export type ContactInput = z.infer<typeof Contact>;

const Freight = z.object({
  declaredValue: z.object({ amount: z.number(), code: z.string().length(3) }).optional(),
  freightClass: text(1024).optional(),
});
export type FreightInput = z.infer<typeof Freight>;

const Pallet = z.object({
  dimensions: Dimensions.optional(),
  quantity: z.number().int().min(1).max(10_000),
  stackability: z.enum(['STACKABLE', 'NON_STACKABLE']).optional(),
  weight: Weight.optional(),
});
export type PalletInput = z.infer<typeof Pallet>;

export const GenerateTransportationOptions = z.object({
  placementOptionId: id,
  shipmentTransportationConfigurations: z
    .array(
      z.object({
        contactInformation: Contact.optional(),
        freightInformation: Freight.optional(),
        pallets: z.array(Pallet).optional(),
        readyToShipWindow: z.object({ start: Timestamp }),
        shipmentId: id,
      }),
    )
    .min(1),
});
export type TransportRequest = z.infer<typeof GenerateTransportationOptions>;

export const ConfirmTransportationOptions = z.object({
  transportationSelections: z
    .array(
      z.object({
        contactInformation: Contact.optional(),
        shipmentId: id,
        transportationOptionId: id,
      }),
    )
    .min(1),
});
export type TransportSelections = z.infer<
  typeof ConfirmTransportationOptions
>['transportationSelections'];

export const UpdateTracking = z.object({
  trackingDetails: z.object({
    ltlTrackingDetail: z
      .object({
        billOfLadingNumber: text(1024).optional(),
        freightBillNumber: z.array(text(64).regex(/^[a-zA-Z0-9-._ ]*$/)).length(1),
      })
      .optional(),
    spdTrackingDetail: z
      .object({
        spdTrackingItems: z.array(z.object({ boxId: text(1024), trackingId: text(64) })),
      })
      .optional(),
  }),
});
export type TrackingInput = z.infer<typeof UpdateTracking>['trackingDetails'];

export const ContentUpdate = z.object({
  boxes: z
    .array(Box.extend({ packageId: id.optional() }))
    .min(1)
    .max(5000),
  items: z.array(Item).min(1).max(2000),
});
export type ContentUpdateInput = z.infer<typeof ContentUpdate>;

export const UpdateName = (max: number) => z.object({ name: text(max) });
export const UpdateSourceAddress = z.object({ address: Address });

const PREP_CATEGORIES = [
  'ADULT',
  'BABY',
  'FC_PROVIDED',
  'FRAGILE',
  'GRANULAR',
  'HANGER',
  'LIQUID',
  'PERFORATED',
  'SET',
  'SHARP',
  'SMALL',
  'TEXTILE',
  'UNKNOWN',
  'NONE',
] as const;
const PREP_TYPES = [
  'ITEM_BLACK_SHRINKWRAP',
  'ITEM_BLANKSTK',
  'ITEM_BOXING',
  'ITEM_BUBBLEWRAP',
  'ITEM_CAP_SEALING',
  'ITEM_DEBUNDLE',
  'ITEM_HANG_GARMENT',
  'ITEM_LABELING',
  'ITEM_NO_PREP',
  'ITEM_POLYBAGGING',
  'ITEM_RMOVHANG',
  'ITEM_SETCREAT',
  'ITEM_SETSTK',
  'ITEM_SIOC',
  'ITEM_SUFFOSTK',
  'ITEM_TAPING',
] as const;

export const SetPrepDetails = z.object({
  marketplaceId: text(20),
  mskuPrepDetails: z
    .array(
      z.object({
        msku: text(255),
        prepCategory: z.enum(PREP_CATEGORIES),
        prepTypes: z.array(z.enum(PREP_TYPES)),
      }),
    )
    .min(1)
    .max(100),
});
export type PrepInput = z.infer<typeof SetPrepDetails>;

export const PAGE_TYPES = [
  'A4_21',
  'A4_24',
  'A4_24_64x33',
  'A4_24_66x35',
  'A4_24_70x36',
  'A4_24_70x37',
  'A4_24i',
  'A4_27',
  'A4_40_52x29',
  'A4_44_48x25',
  'Letter_30',
] as const;

export const CreateItemLabels = z.object({
  height: z.number().min(25).max(100).optional(),
  labelType: z.enum(['STANDARD_FORMAT', 'THERMAL_PRINTING']),
  localeCode: z
    .string()
    .regex(/^[a-z]{2}_[A-Z]{2}$/)
    .optional(),
  marketplaceId: text(20),
  mskuQuantities: z
    .array(z.object({ msku: text(255), quantity: z.number().int().min(1).max(10_000) }))
    .min(1)
    .max(100),
  pageType: z.enum(PAGE_TYPES).optional(),
  width: z.number().min(25).max(100).optional(),
});
