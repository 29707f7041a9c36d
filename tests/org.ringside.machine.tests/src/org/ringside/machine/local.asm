; Local descriptor tables: segments in them, tables that change or go, limits, and what a register remembers.

%macro descriptors 0
	descriptor 0, 0, 0x82, 0		; 38: another LDT, placed by the kernel
	descriptor 0, 0, 0x02, 0		; 40: one that is not present
	descriptor 0, 7, 0x82, 0		; 48: one with a single entry
%endmacro
%macro local_descriptors 0
	descriptor 0, 0xFFFFF, 0x9B, 0xC	; 04: code of ring 0
	descriptor 0, 0xFFFFF, 0x93, 0xC	; 0C: data of ring 0
	descriptor 0, 0xFFFFF, 0xFB, 0xC	; 14: code of ring 3
	descriptor 0, 0xFFFFF, 0xF3, 0xC	; 1C: data of ring 3
	descriptor SPACE, 0xFFFF, 0xF3, 0x4	; 24: data of ring 3 with a base
	descriptor SPACE, 0xFFFF, 0xFB, 0x4	; 2C: code of ring 3 with a base
	descriptor SPACE, 0xFFFF, 0x73, 0x4	; 34: not present
	gate KERNEL_CODE, 0, 0xEC		; 3C: a call gate
	descriptor SPACE, 0xFFFF, 0xF2, 0x4	; 44: data, not accessed
	gate 0x04, 0, 0xEC			; 4C: a call gate to code in this table
	descriptor SPACE, 0xFFFFF, 0xF3, 0xC	; 54: data of ring 3 with a base, of 4 GiB
%endmacro

%include "ring0.inc"

OTHER_TABLE	equ SPACE + 0x8000

%macro address 2			; DESCRIPTOR, BASE
	mov eax, %2
	mov [%1 + 2], ax
	shr eax, 16
	mov [%1 + 4], al
	mov [%1 + 7], ah
%endmacro

main:
	point ldt + 0x38, called
	point ldt + 0x48, called
	mov dword [SPACE + 0x10], 0x600DF00D

	try "code in the table"
	jmp 0x04:.there
.there:
	xor eax, eax
	mov ax, cs
	done
	user "code of ring 3 in the table"
	jmp 0x14 + 3:.user_there
.user_there:
	xor eax, eax
	mov ax, cs
	done
	user "code of ring 0 in the table, from ring 3"
	jmp 0x04 + 3:.there
	done
	user "data with a base"
	mov ax, 0x24 + 3
	mov fs, ax
	mov eax, [fs:0x10]
	done
	user "a push on a stack with a base"
	mov ebx, esp
	mov ax, 0x24 + 3
	mov ss, ax
	mov esp, 0x100
	push dword 0x12345678
	pop ecx
	mov edx, esp
	mov ax, USER_DATA
	mov ss, ax
	mov esp, ebx
	mov eax, [SPACE + 0xFC]
	add eax, edx
	done
	user "code with a base"
	mov dword [SPACE + 0x40], 0x001234B8	; mov eax, 0x1234
	mov dword [SPACE + 0x44], 0x30CD00	; int DONE
	jmp 0x2C + 3:0x40
	done
	user "strings between bases"
	mov ax, 0x24 + 3
	mov es, ax
	mov dword [source], 0xAABBCCDD
	mov esi, source
	mov edi, 0x200
	movsd
	mov eax, [SPACE + 0x200]
	add eax, edi
	done
	user "bases wrap round"
	mov ax, 0x54 + 3
	mov fs, ax
	mov dword [source], 0x5EA1ED
	mov eax, [fs:source - SPACE]
	done
	user "not present"
	mov ax, 0x34 + 3
	mov fs, ax
	done
	user "beyond the limit"
	mov ax, 0x5C + 3
	mov fs, ax
	done
	user "a gate as data"
	mov ax, 0x3C + 3
	mov fs, ax
	done
	user "a gate in the table"
	call 0x3C + 3:0
	done
	user "a gate to the table"
	call 0x4C + 3:0
	done
	user "a return within the table"
	push dword 0x14 + 3
	push dword .returned
	retf
.returned:
	xor eax, eax
	mov ax, cs
	done
	try "iret to code and stack in the table"
	push dword 0x1C + 3
	push dword user_stack_top
	push dword 2
	push dword 0x14 + 3
	push dword .outside
	iret
.outside:
	xor eax, eax
	mov ax, cs
	shl eax, 16
	mov ax, ss
	done
	say "access byte "
	mov al, [ldt + 0x40 + 5]
	call hex8
	mov ax, 0x44
	mov fs, ax
	mov al, [ldt + 0x40 + 5]
	call hex8
	call line

	; What was loaded stays loaded, whatever happens to its descriptor.
	user "a register remembers its descriptor"
	mov ax, 0x24 + 3
	mov fs, ax
	mov dword [ldt + 0x20 + 2], 0x0000F300
	mov eax, [fs:0x10]
	done
	address ldt + 0x20, SPACE
	mov byte [ldt + 0x20 + 5], 0xF3
	mov word [ldt + 0x20 + 6], 0x0040

	; Other tables.
	mov esi, ldt
	mov edi, OTHER_TABLE
	mov ecx, 0x50
	rep movsb
	address OTHER_TABLE + 0x20, SPACE + 0x100
	address gdt + 0x38, OTHER_TABLE
	mov word [gdt + 0x38], 0x4F
	address gdt + 0x48, OTHER_TABLE
	mov dword [SPACE + 0x110], 0xD1FFE12E
	mov ax, 0x24 + 3
	mov gs, ax
	try "another table"
	mov ax, 0x38
	lldt ax
	mov ax, 0x24 + 3
	mov fs, ax
	mov eax, [fs:0x10]
	add eax, [gs:0x10]
	done
	try "a table that is not present"
	mov ax, 0x40
	lldt ax
	done
	try "a table of one entry"
	mov ax, 0x48
	lldt ax
	mov ax, 0x04
	mov fs, ax
	mov ax, 0x0C
	mov fs, ax
	done
	try "no table"
	xor eax, eax
	lldt ax
	mov ax, 0x04
	mov fs, ax
	done
	user "lar without a table"
	mov eax, 0x77
	mov ecx, 0x04
	lar eax, ecx
	setz cl
	movzx ecx, cl
	add eax, ecx
	done
	try "lldt from the table itself"
	mov ax, 0x3C
	lldt ax
	done
	try "lldt of data"
	mov ax, KERNEL_DATA
	lldt ax
	done
	try "a jump without a table"
	jmp 0x04:main
	done
	mov ax, LOCAL
	lldt ax
	ret

called:
	xor eax, eax
	mov ax, ss
	shl eax, 16
	mov ax, cs
	retf

	align 4
source:	dd 0
