import { z } from 'zod';

import { Timestamp } from '../inbound/schemas.ts';

const Currency = z.object({ CurrencyCode: z.string().max(3), Amount: z.number().min(0) });

export const Address = z.object({
  Name: z.string().max(30),
  AddressLine1: z.string().max(180),
  AddressLine2: z.string().max(60).optional(),
  AddressLine3: z.string().max(60).optional(),
  DistrictOrCounty: z.string().optional(),
  Email: z.string(),
  City: z.string().max(30),
  StateOrProvinceCode: z.string().max(30).optional(),
  PostalCode: z.string().max(30),
  CountryCode: z.string().length(2),
  Phone: z.string().max(30),
});

const Item = z.object({ OrderItemId: z.string(), Quantity: z.number().int().min(1) });

export const Details = z.object({
  AmazonOrderId: z.string(),
  SellerOrderId: z.string().max(64).optional(),
  ItemList: z.array(Item).min(1),
  ShipFromAddress: Address,
  PackageDimensions: z.object({
    Length: z.number().positive().optional(),
    Width: z.number().positive().optional(),
    Height: z.number().positive().optional(),
    Unit: z.enum(['inches', 'centimeters']).optional(),
    PredefinedPackageDimensions: z.string().optional(),
  }),
  Weight: z.object({ Value: z.number().positive(), Unit: z.enum(['oz', 'g', 'ounces', 'grams']) }),
  MustArriveByDate: Timestamp.optional(),
  ShipDate: Timestamp.optional(),
  ShippingServiceOptions: z.object({
    DeliveryExperience: z.enum([
      'DeliveryConfirmationWithAdultSignature',
      'DeliveryConfirmationWithSignature',
      'DeliveryConfirmationWithoutSignature',
      'NoTracking',
    ]),
    DeclaredValue: Currency.optional(),
    CarrierWillPickUp: z.boolean(),
    CarrierWillPickUpOption: z
      .enum(['CarrierWillPickUp', 'ShipperWillDropOff', 'NoPreference'])
      .optional(),
    LabelFormat: z.enum(['PDF', 'PNG', 'ZPL203', 'ZPL300', 'ShippingServiceDefault']).optional(),
  }),
  LabelCustomization: z
    .object({
      CustomTextForLabel: z.string().max(14).optional(),
      StandardIdForLabel: z.enum(['AmazonOrderId']).optional(),
    })
    .optional(),
});
export type Details = z.infer<typeof Details>;

export const GetServices = z.object({
  ShipmentRequestDetails: Details,
  ShippingOfferingFilter: z.looseObject({}).optional(),
});

export const CreateShipment = z.object({
  ShipmentRequestDetails: Details,
  ShippingServiceId: z.string().min(1),
  ShippingServiceOfferId: z.string().optional(),
  HazmatType: z.enum(['None', 'LQHazmat']).optional(),
  LabelFormatOption: z.object({ IncludePackingSlipWithLabel: z.boolean().optional() }).optional(),
  ShipmentLevelSellerInputsList: z.array(z.looseObject({})).optional(),
});

export const GetInputs = z.object({
  ShippingServiceId: z.string().min(1),
  ShipFromAddress: Address,
  OrderId: z.string(),
});
